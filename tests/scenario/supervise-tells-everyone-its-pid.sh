# SUPERVISE_PID in the service, its logger and its hooks, SERVICE_PID in check; the same after
# supervise has become another program.

service web <<'run'
echo $SUPERVISE_PID >run.told
exec sleep 1000
run
hook() { printf '#!/bin/sh\n%s\n' "$2" >"web/$1"; chmod 755 "web/$1"; }
mkdir web/control
hook log 'echo $SUPERVISE_PID >log.told; exec cat'
hook start 'echo $SUPERVISE_PID >start.told'
hook check 'echo $SUPERVISE_PID >check.told; echo $SERVICE_PID >service.told'
hook notify 'echo $SUPERVISE_PID >notify.told'
hook control/h 'echo $SUPERVISE_PID >control.told'
told() { eventually test -s "web/$1.told"; same "$super" "$(cat "web/$1.told")"; }

SUPERVISE_PID=1 SERVICE_PID=1 background supervise web
super=$pid
for one in run log start check notify; do told $one; done
svc -h web
told control
eventually test -s web/service.told
same "$(pid_of web)" "$(cat web/service.told)"

before=$(pid_of web)
rm web/*.told
svc -et web
eventually another web "$before"
for one in run check notify; do told $one; done
svc -dx web
finishes $super 0
