# Without notification-fd and check nobody could tell when the new process is ready; a logger
# is not replaced, nor what is down: state says so, and svc -Wr exits 102.

service web <<'run'
exec sleep 1000
run
printf '#!/bin/sh\nexec cat >/dev/null\n' >web/log
chmod 755 web/log
background supervise web 2>warned
state() { sed -n "s/^$1 //p" web/supervise/state; }
is() { [ "$(state "$1")" = "$2" ]; }
eventually is log-state ready
eventually is state ready
process=$(pid_of web) logger=$(state log-pid)
refused() {
    exits 102 svc -r -Wr -T 20 web 2>said
    same "svc: warning: web: $1" "$(cat said)"
    same "$1" "$(state reason)"
}
refused 'not replaced: there is neither notification-fd nor check'
same "$process" "$(pid_of web)"
# A setting that makes no sense is warned about, and none is better.
echo soon >web/timeout-ready
echo 3 >web/notification-fd
svc -r web
new() { [ "$(state new-pid)" -gt 0 ]; }
eventually new
grep -qxF 'supervise: warning: unable to use web/timeout-ready: no number from 0 to 2147483647' warned
left=$(($(state new-until | cut -d. -f1) - $(state new-since | cut -d. -f1)))
same 60 $left
kill -KILL "$(state new-pid)"
eventually is new-pid 0
rm web/notification-fd web/timeout-ready

svc -Lr web
eventually is log-reason 'a logger is not replaced'
same "$logger" "$(state log-pid)"
svc -Wd -d web
same none "$(state reason)"
refused 'nothing to replace: run does not run'
