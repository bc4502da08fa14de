# Input that never pauses keeps no signal away.

mkfifo pipe
yes >pipe 2>/dev/null &
pids="$pids $!"
multilog n2 ./main <pipe &
pid=$!
pids="$pids $pid"
eventually ls main/current
start=$(date +%s)
kill -TERM $pid
finishes $pid 0
[ $(($(date +%s) - start)) -le 2 ] || fail "late"
same 744 "$(stat -c %a main/current)"
