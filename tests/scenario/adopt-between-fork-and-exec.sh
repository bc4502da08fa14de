# supervise is killed while its child is between fork and exec: the next supervise finds the
# lock held until the child has executed, and then adopts it.

need strace
[ -e /proc/self/stat ] || skip 'needs /proc'
strace -o /dev/null true 2>/dev/null || skip 'may not trace'
service web <<'run'
echo start >>starts
exec sleep 1000
run
touch web/down
background supervise web
eventually svok web
supervise=$pid
# It executes once nobody traces it any more.
background strace -f -qq -o trace -e trace=execve,pwrite64 -e inject=execve:delay_enter=60000000 -p $supervise
tracer=$pid
attached() { grep -q '^TracerPid:.*[1-9]' /proc/$supervise/status; }
eventually attached
printf u >web/supervise/control
eventually grep -q '^run [0-9]' web/supervise/child
process=$(sed -n 's/^run \([0-9]*\) .*/\1/p' web/supervise/child)
kill -KILL "$supervise"
eventually no alive "$supervise"
exits 111 supervise web 2>said
same 'supervise: fatal: unable to acquire web/supervise/lock: temporary failure' "$(cat said)"
kill -KILL $tracer
eventually test -s web/starts
rm web/down
background supervise web
eventually up web
same "$process" "$(pid_of web)"
same start "$(cat web/starts)"
