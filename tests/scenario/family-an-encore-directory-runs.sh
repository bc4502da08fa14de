# A directory as daemontools-encore has them: start, run, stop, notify, a file log, no-setsid,
# and exit code 100; spoken to with its letters, and with svstat -L.

service web <<'run'
echo run >>seen
trap 'echo WINCH >>seen' WINCH
trap 'echo USR1 >>seen' USR1
[ -e code ] && exit "$(cat code)"
echo a line
while :; do sleep 0.05; done
run
printf '#!/bin/sh\nexec cat >>logged\n' >web/log
printf '#!/bin/sh\necho start >>seen\n' >web/start
printf '#!/bin/sh\necho stop >>seen\n' >web/stop
printf '#!/bin/sh\necho "$1 $2 $4" >>noted\n' >web/notify
chmod 755 web/log web/start web/stop web/notify
touch web/no-setsid
background supervise web
supervise=$pid
eventually grep -qx 'a line' web/logged
eventually up web
session() { ps -o sid= -p "$1" | tr -d ' '; }
same "$(session $$)" "$(session "$(pid_of web)")"
# A signal before the traps are set would end it: they are, once it has written.
svc -w web
eventually grep -qx WINCH web/seen
svc -1 web
eventually grep -qx USR1 web/seen
logger_up() { svstat -L web | grep -qx 'web log: up (pid [0-9]*) [0-9]* seconds'; }
eventually logger_up
logger=$(svstat -L web | sed 's/.*pid \([0-9]*\).*/\1/')
svc -Lt web
renewed() { now=$(svstat -L web | sed -n 's/.*up (pid \([0-9]*\).*/\1/p') && [ -n "$now" ] && [ "$now" != "$logger" ]; }
eventually renewed
svc -d web
eventually grep -qx stop web/seen
same 'start run WINCH USR1 stop' "$(xargs <web/seen)"
echo 100 >web/code
svc -u web
failed() { grep -qx 'state failed' web/supervise/state; }
eventually failed
same 'start run WINCH USR1 stop start run stop' "$(xargs <web/seen)"
eventually grep -qx 'run exit 100' web/noted
eventually grep -qx 'run killed 15' web/noted
svc -dx web
finishes $supervise 0
