# Alerts into a pipe that nobody reads are dropped and counted; the log goes on.

mkfifo errors pipe
exec 3<>pipe 4<>errors
multilog e s1000000 ./main <pipe 2>errors &
pid=$!
pids="$pids $pid"
yes 'an alert' | head -n 20000 >&3
echo last >&3
eventually grep -q last main/current
same 20001 "$(wc -l <main/current)"
cat <errors >read &
pids="$pids $!"
eventually grep -q 'an alert' read
echo again >&3
eventually grep -q '^multilog: warning: [0-9]* messages were dropped$' read
eventually grep -q '^again$' read
kill -TERM $pid
finishes $pid 0
