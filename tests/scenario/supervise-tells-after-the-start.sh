# Between a death and the next start there is no more than has to be: supervise looks at the
# directory, starts, lets the child go first, and only then tells anybody.

need strace
strace -o /dev/null true 2>/dev/null || skip 'needs to trace'
ldd "$programs/supervise" 2>/dev/null | grep -q asan && skip 'a sanitizer makes calls of its own'
service web <<'run'
exec sleep 1000
run
background strace -o calls "$programs/supervise" web
eventually up web
touch -d '1 hour ago' web # What changed just now is looked at again.
for life in 1 2; do
    sleep 1.1 # Who lived for a second is started again at once.
    before=$(pid_of web)
    kill "$before"
    eventually another web "$before"
done
svc -dx web
finishes $pid 0
# What comes between the last death and the start after it, and right after that.
last=$(grep -n 'fork()' calls | tail -n 1 | sed 's/:.*//')
death=$(sed "${last}q" calls | grep -n 'wait4.*WIFSIGNALED' | tail -n 1 | sed 's/:.*//')
sed -n "${death},${last}p" calls >&2
[ $((last - death)) -le 12 ]
same sched_yield "$(sed -n "$((last + 1))s/(.*//p" calls)"

# So it is from the beginning: one start, one status and one state, and ok is opened once
# there is a status.
sed '/ppoll/q' calls | sed -n 's/.*fork().*/start/p; s/^renameat.*"\(status\|state\)").*/\1/p; s/^openat.*"ok", O_RDONLY.*/ok/p' >order
same 'start status ok state ' "$(tr '\n' ' ' <order)"
