# A service that failed for good leaves its address to others, and so does one that is told to
# leave; a notification-fd that is a socket by now is warned about, and the service runs.

port=$("$helpers/get" free)
mkdir web
cat >web/run <<run
#!/bin/sh
[ ! -e fail ] || exit 100
exec "$helpers/serve"
run
chmod 755 web/run
printf 'tcp 127.0.0.1 %s\nunix ./socket\n' "$port" >web/listen
echo 4 >web/notification-fd
background supervise web 2>said
supervise=$pid
state() { sed -n "s/^$1 //p" web/supervise/state; }
is() { [ "$(state state)" = "$1" ]; }
eventually is ready
same up "$(state ready-by)"
grep -qx 'supervise: warning: unable to use web/notification-fd: descriptor 4 is a socket of listen' said
eventually "$helpers/get" "$port" /
touch web/fail
svc -t web
eventually is failed
no "$helpers/get" "$port" /
no test -e web/socket
rm web/fail
svc -o web
eventually is ready
eventually "$helpers/get" ./web/socket /
# Once and not again.
svc -t web
eventually is down
no "$helpers/get" "$port" /
no test -e web/socket
svc -u web
eventually "$helpers/get" "$port" /
eventually up web
svc -x web
kill -TERM "$(pid_of web)"
finishes $supervise 0
no "$helpers/get" "$port" /
no test -e web/socket
