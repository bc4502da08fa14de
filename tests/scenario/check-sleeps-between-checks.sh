# Between two checks, and two words to the watchdog, supervise makes no wakeup.

[ -r /proc/self/status ] || skip 'needs /proc'
service web <<'run'
echo >&4
exec sleep 1000
run
printf '#!/bin/sh\n' >web/check
chmod 755 web/check
echo 4 >web/notification-fd
echo 60 >web/check-interval
echo 90 >web/watchdog
background supervise web
exits 0 svc -Wr -T 20 web
wakeups() { grep voluntary_ctxt "/proc/$pid/status" | tr -dc '0-9 \n' | tr '\n' ' '; }
quiet_for 2 wakeups
