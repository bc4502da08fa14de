# Under load, supervise becomes another program, svscan is killed and followed, supervise is
# killed and the next one adopts the service: after each, the service is restarted, and nobody
# is refused.

[ -e /proc/self/stat ] || skip 'needs /proc'
need_root
port=$("$helpers/get" free)
mkdir -p scan/web
printf '#!/bin/sh\nexec "%s" -w 20\n' "$helpers/serve" >scan/web/run
chmod 755 scan/web/run
printf 'tcp 127.0.0.1 %s\nunix ./socket 0666\n' "$port" >scan/web/listen
background svscan scan
scanner=$pid
eventually "$helpers/get" "$port" /
background "$helpers/load" "$port" 4 >asked
tcp=$pid
background "$helpers/load" ./scan/web/socket 4 >asked-here
here=$pid
supervise() { sed -n 's/^supervise //p' scan/web/supervise/state; }
restart() {
    process=$(pid_of scan/web)
    svc -t scan/web
    eventually another scan/web "$process"
    same "$(pid_of scan/web)" "$("$helpers/get" "$port" / | tail -n 1)"
}
inode() { stat -c %i scan/web/socket; }
svc -Wr -T 20 scan/web
socket=$(inode)
before=$(supervise)
svc -e scan/web
restart
same "$before" "$(supervise)"
kill -KILL $scanner
eventually gone $scanner
background svscan scan
scanner=$pid
restart
same "$before" "$(supervise)"
kill -KILL "$before"
follows() { now=$(supervise) && [ "$now" != "$before" ]; }
eventually follows
restart
restart
same "$socket" "$(inode)"
kill -TERM $tcp $here
finishes $tcp 0
finishes $here 0
matches 'asked *, failed 0, *' "$(tail -n 1 asked)"
matches 'asked *, failed 0, *' "$(tail -n 1 asked-here)"
kill -TERM $scanner
finishes $scanner 0
no test -e scan/web/socket
