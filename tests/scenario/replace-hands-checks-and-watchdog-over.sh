# The process that took another's place is checked and has to speak, like any other.

service web <<'run'
echo >&4
until rm "../silent.$$" 2>/dev/null; do echo >&4; sleep 0.1; done
exec sleep 1000
run
printf '#!/bin/sh\necho "$SERVICE_PID" >>checked\n' >web/check
chmod 755 web/check
echo 4 >web/notification-fd
echo 1 >web/check-interval
echo 2 >web/watchdog
background supervise web
exits 0 svc -Wr -T 20 web
old=$(pid_of web)
eventually grep -qx "$old" web/checked
exits 0 svc -r -Wr -T 20 web
new=$(pid_of web)
no [ "$old" = "$new" ]
: >web/checked
eventually grep -qx "$new" web/checked
eventually sh -c '[ "$(wc -l <web/checked)" -ge 3 ]'
same "$new" "$(pid_of web)"
no grep -qx "$old" web/checked
touch "silent.$new"
eventually another web "$new"
same 'reason watchdog: silent for 2 seconds: restarted' "$(grep ^reason web/supervise/state)"
svc -dx web
finishes $pid 0
