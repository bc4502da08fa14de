# A server that has moved its socket may have a connection where it was, to the same address:
# the next supervise takes that for no socket to listen on.

need python3
mkdir web
cat >web/run <<run
#!/bin/sh
[ -e moved ] && exec "$helpers/serve"
exec python3 -c '
import os, socket, time
os.dup2(3, 9)
os.close(3)
one, _ = socket.socket(fileno=9).accept()
os.dup2(one.fileno(), 3)
open("moved", "w")
time.sleep(1000)'
run
chmod 755 web/run
echo 'unix ./socket' >web/listen
background supervise web
supervise=$pid
eventually test -S web/socket
background "$helpers/get" ./web/socket /
eventually test -e web/moved
eventually up web
process=$(pid_of web)
kill -KILL $supervise
eventually no svok web
background supervise web
eventually svok web
same "$process" "$(pid_of web)"
svc -t web
eventually another web "$process"
answers() { [ "$(pid_of web)" = "$("$helpers/get" ./web/socket / | tail -n 1)" ]; }
eventually answers
svc -dx web
finishes $pid 0
