# Input that never pauses keeps no signal away.

mkfifo pipe
yes >pipe 2>/dev/null &
pids="$pids $!"
multilog n2 ./main <pipe &
pid=$!
pids="$pids $pid"
eventually ls main/current
start=$(date +%s%N)
kill -TERM $pid
finishes $pid 0
in_time $start 2000
same 744 "$(stat -c %a main/current)"
