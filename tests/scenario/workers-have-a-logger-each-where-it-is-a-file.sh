# A logger that is a file `log` is run for each worker and told its number; it waits, ends and is
# spoken to together with its worker.

service web <<'run'
echo "worker $1"
exec sleep 1000
run
printf '#!/bin/sh\nexec cat >>"logged.$1.$WORKER"\n' >web/log
chmod 755 web/log
echo 2 >web/workers
mkdir -p web/worker/1
touch web/worker/1/down
background supervise web/worker/0
zero=$pid
background supervise web/worker/1
one=$pid
eventually grep -qx 'worker 0' web/logged.0.0
masked() { svstat "$@" | sed 's/pid [0-9]*/pid N/; s/[0-9]* seconds/N seconds/'; }
both() {
    [ "$(masked -L web)" = 'web/worker/0 log: up (pid N) N seconds
web/worker/1 log: down N seconds' ]
}
eventually both
same 'web/worker/1 log: down N seconds' "$(masked -L web/worker/1)"
exits 100 svup -L web
svup -L web/worker/0
svc -u -Wu web/worker/1
eventually grep -qx 'worker 1' web/logged.1.1
eventually svup -L web
svc -dx web
finishes $zero 0
finishes $one 0
