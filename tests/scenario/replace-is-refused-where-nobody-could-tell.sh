# Without notification-fd and check nobody could tell when the new process is ready; a logger
# is not replaced, nor what is down: state says so, and svc -Wr exits 102.

service web <<'run'
exec sleep 1000
run
printf '#!/bin/sh\nexec cat >/dev/null\n' >web/log
chmod 755 web/log
background supervise web
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
svc -Lr web
eventually is log-reason 'a logger is not replaced'
same "$logger" "$(state log-pid)"
svc -Wd -d web
same none "$(state reason)"
refused 'nothing to replace: run does not run'
