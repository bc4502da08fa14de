# gunicorn takes the sockets of listen as it is: restarted five times while four clients ask,
# none is refused.

need gunicorn
port=$("$helpers/get" free)
mkdir web
cat >web/app.py <<'app'
import os

def app(environ, start_response):
    body = b"%d\n" % os.getppid()
    start_response("200 OK", [("Content-Length", str(len(body)))])
    return [body]
app
printf '#!/bin/sh\nexec gunicorn app:app 2>&1\n' >web/run
chmod 755 web/run
printf 'tcp 127.0.0.1 %s\nunix ./socket 0666\n' "$port" >web/listen
background supervise web
supervise=$pid
eventually "$helpers/get" ./web/socket /
background "$helpers/load" "$port" 4 >asked
answered() { grep -qx "$(pid_of web)" asked; }
eventually answered
for round in 1 2 3 4 5; do
    process=$(pid_of web)
    svc -t web
    eventually another web "$process"
    same "$(pid_of web)" "$("$helpers/get" "$port" / | tail -n 1)"
    eventually answered
done
kill -TERM $pid
finishes $pid 0
matches 'asked *, failed 0, answered by 6' "$(tail -n 1 asked)"
svc -dx web
finishes $supervise 0
