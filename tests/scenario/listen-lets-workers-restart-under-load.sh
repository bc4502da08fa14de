# Three workers share a port, and each is restarted twice while four clients ask: all of them
# serve, and nobody is refused, nor once a worker is killed.

port=$("$helpers/get" free)
mkdir -p scan/web
printf '#!/bin/sh\nexec "%s" -w 20 -n 4\n' "$helpers/serve" >scan/web/run
chmod 755 scan/web/run
echo 3 >scan/web/workers
echo 4 >scan/web/notification-fd
echo "tcp 127.0.0.1 $port" >scan/web/listen
background svscan scan
scanner=$pid
for one in 0 1 2; do eventually up scan/web/worker/$one; done
svc -Wr -T 20 scan/web
background "$helpers/load" "$port" 4 >asked
for one in 0 1 2 0 1 2; do
    worker=scan/web/worker/$one
    process=$(pid_of $worker)
    svc -t $worker
    eventually another $worker "$process"
done
svc -Wr -T 20 scan/web
answers() { [ "$("$helpers/get" "$port" / | tail -n 1)" = "$(pid_of "$1")" ]; }
for one in 0 1 2; do eventually answers scan/web/worker/$one; done
kill -TERM $pid
finishes $pid 0
matches 'asked *, failed 0, answered by *' "$(tail -n 1 asked)"
process=$(pid_of scan/web/worker/1)
kill -KILL "$process"
eventually another scan/web/worker/1 "$process"
for again in 1 2 3 4 5 6 7 8; do "$helpers/get" "$port" / >/dev/null; done
kill -TERM $scanner
finishes $scanner 0
no "$helpers/get" "$port" /
