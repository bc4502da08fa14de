# supervise with a file `log` is killed: service, logger and what is in the pipe between them
# live on; no line is lost, and either may die afterwards.

[ -e /proc/self/stat ] || skip 'needs /proc'
service web <<'run'
trap 'exit 0' TERM
n=0
while [ $n -lt 300 ]; do n=$((n + 1)); echo "$n"; sleep 0.01; done
while :; do sleep 0.05; done
run
printf '#!/bin/sh\nexec cat >>../logged\n' >web/log
chmod 755 web/log
state() { sed -n "s/^$1 //p" web/supervise/state; }
is() { [ "$(state "$1")" = "$2" ]; }
background supervise web
eventually is log-state ready
eventually up web
process=$(pid_of web) logger=$(state log-pid)
for round in 1 2 3; do
    kill -KILL $pid
    eventually no svok web
    background supervise web
    eventually svok web
    same "$process $logger" "$(pid_of web) $(state log-pid)"
done
# The logger is at rest when it is killed, so that it has nothing of its own to lose.
all() { [ "$(tail -n 1 logged)" = 300 ]; }
eventually all
kill -KILL "$logger"
restarted() { [ "$(state log-pid)" -gt 0 ] && [ "$(state log-pid)" != "$logger" ]; }
eventually restarted
svc -dx web
finishes $pid 0
same "$(seq 300)" "$(cat logged)"
