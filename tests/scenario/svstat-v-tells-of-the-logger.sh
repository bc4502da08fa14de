# -v: a service that is blocked on its logger, and the lines of a logger that is a file.

service web <<'run'
exec yes
run
printf '#!/bin/sh\nexec sleep 1000\n' >web/log
chmod 755 web/log
background supervise web
web=$pid
says() { svstat $1 | sed 's/pid [0-9]*/pid N/; s/[0-9.]* seconds*/N seconds/g' | grep -qFx "$2"; }
eventually says '-v web' '    blocked on its logger: 65536 bytes wait in the pipe'
says '-v web' '    log: ready'
says '-v web' '    log: 1 start'
svstat -v web | grep -q '^    log: uses .* of a CPU, '
says '-L web' 'web log: up (pid N) N seconds'
says '-vL web' '    1 start'
exits 0 svup -L web
kill -KILL "$(svstat -L web | sed 's/.*pid \([0-9]*\).*/\1/')"
again() { svstat -v web | grep -q '^    log: 2 starts, last killed by signal 9 after '; }
eventually again
chmod 644 web/log
kill -KILL "$(sed -n 's/^log-pid //p' web/supervise/state)"
tries() { svstat -v web | grep -qE '^    log: log: access denied \(mode 0644\), next start '; }
eventually tries
exits 100 svup -L web
chmod 755 web/log
eventually svup -L web
svc -Lp web
eventually says '-v web' '    log: paused: svc -Lc continues it'
svc -Lcd web
eventually says '-v web' '    log: not wanted up: svc -Lu starts it'
says '-vL web' '    not wanted up: svc -Lu starts it'
svc -Lu web
eventually svup -L web
svc -dx web
eventually says '-v web' '    not wanted up: svc -u starts it'
svc -Ldx web
finishes $web 0
