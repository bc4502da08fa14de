# supervise asks for no memory after its start: its break and its maps stay as they were
# through starts, deaths, hooks, commands, sockets, replacements and a change of settings.

[ -r /proc/self/maps ] || skip 'needs /proc'
ldd "$programs/supervise" 2>/dev/null | grep -q asan && skip 'a sanitizer allocates'
service web <<'run'
echo >&4
exec sleep 1000
run
printf '#!/bin/sh\n:\n' >web/finish
printf '#!/bin/sh\n:\n' >web/notify
chmod 755 web/finish web/notify
echo 'unix ./socket' >web/listen
echo 4 >web/notification-fd
background supervise web
eventually up web
space() { awk '{ split($1, a, "-"); print a[1], a[2], $2 }' /proc/$pid/maps; }
before=$(space)
for round in 1 2 3; do
    process=$(pid_of web)
    svc -pct web
    eventually another web "$process"
done
svc -r -Wr -T 20 web
echo 5 >web/backoff
svc -du web
eventually up web
same "$before" "$(space)"

# Nor does that of a worker, with $SUPERVISEDIR.
mkdir places
export SUPERVISEDIR="$PWD/places"
service two <<'run'
exec sleep 1000
run
echo 2 >two/workers
background supervise two/worker/1
svc -Wr two/worker/1
before=$(space)
for round in 1 2 3; do svc -t -Wr two/worker/1; done
status=$(ls places/*:two:worker:1/status)
rm "$status"
kill -HUP $pid
eventually test -e "$status"
same "$before" "$(space)"
