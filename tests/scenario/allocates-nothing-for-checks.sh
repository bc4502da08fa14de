# supervise asks for no memory for checks, watchdogs and what follows from them.

[ -r /proc/self/maps ] || skip 'needs /proc'
ldd "$programs/supervise" 2>/dev/null | grep -q asan && skip 'a sanitizer allocates'
service web <<'run'
echo >&3
exec sleep 1000
run
printf '#!/bin/sh\nexit 1\n' >web/check
chmod 755 web/check
echo 3 >web/notification-fd
echo 1 >web/check-interval
echo 1 >web/check-failures
background supervise web 2>/dev/null
eventually up web
space() { awk '{ split($1, a, "-"); print a[1], a[2], $2 }' /proc/$pid/maps; }
before=$(space)
reason() { grep -q "^reason $1" web/supervise/state; }
eventually reason check
process=$(pid_of web)
rm web/check-interval
echo 1 >web/watchdog
svc -t web
eventually another web "$process"
eventually reason watchdog
same "$before" "$(space)"
