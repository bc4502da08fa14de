# A supervise that was killed, and a service of which the next one may not copy the sockets:
# they are opened anew before the next start.

[ -e /proc/self/stat ] || skip 'needs /proc'
port=$("$helpers/get" free)
mkdir web
# What it was given stands under other numbers.
cat >web/run <<run
#!/bin/sh
exec 7<&3 8<&4 3<&- 4<&-
while [ ! -e go ]; do sleep 0.05; done
exec "$helpers/serve" 3<&7 4<&8 7<&- 8<&-
run
chmod 755 web/run
printf 'unix ./socket\ntcp 127.0.0.1 %s\n' "$port" >web/listen
background supervise web
eventually up web
process=$(pid_of web)
moved() { [ -e "/proc/$process/fd/8" ] && [ ! -e "/proc/$process/fd/3" ]; }
eventually moved
kill -KILL $pid
eventually no svok web
background supervise web
eventually svok web
same "$process" "$(pid_of web)"
touch web/go
eventually "$helpers/get" "$port" /
same "$process" "$("$helpers/get" ./web/socket / | tail -n 1)"
svc -t web
eventually another web "$process"
eventually "$helpers/get" "$port" /
same "$(pid_of web)" "$("$helpers/get" ./web/socket / | tail -n 1)"
svc -dx web
finishes $pid 0
no test -e web/socket
