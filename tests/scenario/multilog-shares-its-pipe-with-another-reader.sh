# What somebody else reads from the pipe between multilog's look and its taking costs nothing:
# what came behind it is in the log.

[ "$(uname)" = Linux ] || skip "needs Linux's tee(2)"
need prlimit
mkfifo pipe
exec 3<>pipe
# A file that may not grow holds multilog between the two.
(ulimit -S -f 2; exec multilog ./main <pipe 2>said) &
pid=$!
pids="$pids $pid"
eventually [ -e main/current ]
seq 400 >&3
eventually grep -q 'unable to write to ./main/current, pausing' said
dd bs=700 count=1 <&3 >other 2>/dev/null
same 700 "$(stat -c %s other)"
seq 401 500 >&3
prlimit --pid $pid --fsize=unlimited:
eventually grep -qx 500 main/current

# The pipe is empty, and multilog knows: it neither spins nor waits for what another one took.
echo more >&3
eventually grep -qx more main/current
kill -TERM $pid
finishes $pid 0
same 0 "$(timeout 0.2 cat <&3 | wc -c)"

# What it had looked at, and what it found in its place.
{ seq 400; seq 500 | tail -c +701; echo more; } | cmp - main/current
