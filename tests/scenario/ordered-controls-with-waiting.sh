# Start, signal, stop, then exited: each command is waited for, and what the service, its
# notify and its finish saw came in that order.

service web <<'run'
log() { echo "$1" >>../order; }
trap 'log HUP' HUP
trap 'log TERM; exit 7' TERM
log run
echo >&4
while :; do sleep 0.1; done
run
echo 4 >web/notification-fd
printf '#!/bin/sh\necho "finish $1" >>../order\n' >web/finish
printf '#!/bin/sh\necho "$2 $4" >>../notified\n' >web/notify
printf '#!/bin/sh\necho stop >>../order\n' >web/stop
chmod 755 web/finish web/notify web/stop
touch web/down
background supervise web
eventually svok web
svc -u -Wr -T 20 web
svc -h web
eventually grep -qx HUP order
svc -d -WD -T 20 web
same 'run HUP TERM finish 7 stop' "$(xargs <order)"
both() { [ "$(wc -l <notified)" -ge 4 ]; }
eventually both
same 'exit 0,exit 7,start 0,start 0' "$(sort notified | paste -sd,)"
svc -x -WD -T 20 web
finishes $pid 0
