# A start script that waits for another service: no order but theirs.

service db <<'run'
sleep 0.3
echo db >>../order
echo >&4
exec sleep 1000
run
echo 4 >db/notification-fd
service web <<'run'
echo web >>../order
exec sleep 1000
run
cat >web/start <<'start'
#!/bin/sh
svc -Wr -T 20 ../db || exit 1
start
chmod 755 web/start
background supervise web
web=$pid
eventually grep -qx 'state starting' web/supervise/state
background supervise db
exits 0 svc -Wr -T 20 web
ordered() { [ "$(xargs <order)" = 'db web' ]; }
eventually ordered
svc -dxWD -T 20 web db
finishes $web 0
finishes $pid 0
