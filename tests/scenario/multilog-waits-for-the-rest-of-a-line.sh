# A line whose end does not come stays in the pipe, and multilog sleeps beside it: while its
# writer is there, after the writer has left and another one keeps the pipe open, and when
# bytes come one at a time.

[ "$(uname)" = Linux ] || skip "needs Linux's tee(2)"
mkfifo pipe
exec 3<>pipe
multilog ./main <pipe &
pid=$!
pids="$pids $pid"
wakes() { awk '/^voluntary/ { print $2 }' /proc/$pid/status; }
used() { awk '{ print $14 + $15 }' /proc/$pid/stat; }

printf 'one\ntw' >&3
eventually grep -q one main/current
before=$(wakes)
used=$(used)
sleep 1.5
[ $(($(wakes) - before)) -lt 30 ] || fail "woke $(($(wakes) - before)) times"
[ $(($(used) - used)) -lt 10 ] || fail "used $(($(used) - used)) ticks"
same one "$(cat main/current)"

# Its end is seen as soon as it comes, however it comes.
start=$(date +%s%N)
for byte in o ' ' t h r e; do printf "$byte" >&3; done
echo e >&3
eventually grep -q 'two three' main/current
in_time $start 1000
printf four | tee pipe >said
echo ' five' >&3
eventually grep -q 'four five' main/current
kill -TERM $pid
finishes $pid 0
