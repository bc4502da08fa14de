# An executable file `log` is run by the same supervise, fed by a pipe; it is restarted when
# it dies, and at the end reads what the service wrote to the last line.

service web <<'run'
trap 'echo last; exit 0' TERM
echo first
while :; do sleep 0.05; done
run
printf '#!/bin/sh\nexec cat >>../logged\n' >web/log
chmod 755 web/log
background supervise web
state() { sed -n "s/^$1 //p" web/supervise/state; }
is() { [ "$(state "$1")" = "$2" ]; }
eventually grep -qx first logged
eventually is log-state ready
eventually up web
logger=$(state log-pid)
process=$(pid_of web)
printf Lk >web/supervise/control
eventually gone "$logger"
restarted() { [ "$(state log-pid)" -gt 0 ] && [ "$(state log-pid)" != "$logger" ]; }
eventually restarted
same "$process" "$(pid_of web)"
# The L was for those letters alone.
svc -dx web
finishes $pid 0
same 'first last' "$(xargs <logged)"
