# With a file `down` a logger that is a file `log` is not started, either: it comes with the
# first start of the service, and is there when a new program or supervise takes over.

service web <<'run'
echo started
exec sleep 1000
run
printf '#!/bin/sh\nexec cat >>../logged\n' >web/log
chmod 755 web/log
touch web/down
state() { sed -n "s/^$1 //p" web/supervise/state; }
is() { [ "$(state "$1")" = "$2" ]; }
background supervise web
eventually is log-state down
same down "$(state log-want)"
matches 'web log: down * seconds' "$(svstat -L web)"
same 'web: down' "$(svstat web | cut -d' ' -f1-2)"

# A new program keeps it waiting.
svc -e web
eventually is log-state down

# The logger alone can be told, and what it is told holds.
svc -Lu web
eventually is log-state ready
svc -Ld web
eventually is log-state down
svc -dx web
finishes $pid 0

background supervise web
eventually is supervise $pid
same down "$(state log-want)"
svc -o web
eventually grep -qx started logged
eventually is log-state ready
eventually up web
matches 'web log: up * seconds, normally down' "$(svstat -L web)"
process=$(pid_of web) logger=$(state log-pid)

# Both are taken up by the next supervise, whatever `down` says.
kill -KILL $pid
eventually gone $pid
background supervise web
eventually is supervise $pid
same "$process $logger" "$(pid_of web) $(state log-pid)"
svc -dx web
finishes $pid 0
