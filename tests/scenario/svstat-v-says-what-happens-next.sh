# -v: stopping, finishing, failed, a one-shot, the file down, and what was left behind.

said() { svstat -v "$1" | sed '1d; s/ [0-9][0-9]* second\(s\|\)\b/ N seconds/g'; }
says() { said "$1" | grep -qFx "    $2"; }
explains() { eventually says "$1" "$2"; }

service deaf <<'run'
trap '' TERM QUIT
touch deaf
while :; do sleep 0.1; done
run
echo 20000 >deaf/timeout-kill
background supervise deaf
deaf=$pid
exits 0 svc -Wu -T 20 deaf
eventually test -e deaf/deaf
svc -d deaf
explains deaf 'stopping: TERM sent N seconds ago, KILL in N seconds'
svc -kWd -T 20 deaf
explains deaf 'not wanted up: svc -u starts it'
rm deaf/timeout-kill
echo QUIT >deaf/down-signal
printf '#!/bin/sh\nwhile [ ! -e finished ]; do sleep 0.05; done\n' >deaf/finish
chmod 755 deaf/finish
rm deaf/deaf
exits 0 svc -uWu -T 20 deaf
eventually test -e deaf/deaf
svc -d deaf
explains deaf 'stopping: QUIT sent N seconds ago, no KILL follows'
mkdir deaf/control
printf '#!/bin/sh\n' >deaf/control/t
chmod 755 deaf/control/t
explains deaf 'stopping: control/t run for QUIT N seconds ago, no KILL follows'
rm -r deaf/control
svc -k deaf
explains deaf 'finishing: finish runs, killed by signal 9 N seconds ago'
touch deaf/finished
printf '#!/bin/sh\ntrap "" TERM\ntouch trapped\nwhile [ ! -e begun ]; do sleep 0.05; done\nexit 1\n' >deaf/start
chmod 755 deaf/start
eventually grep -qx 'state down' deaf/supervise/state
svc -u deaf
explains deaf 'starting: start runs'
eventually test -e deaf/trapped
svc -d deaf
explains deaf 'stopping: TERM sent N seconds ago, no KILL follows'
svc -kWD -T 20 deaf
svc -u deaf
explains deaf 'starting: start runs'
touch deaf/begun
explains deaf 'failed for good: start exited with code 1, not started again until svc -u'
printf '#!/bin/sh\nexit 0\n' >deaf/start
rm deaf/run
exits 0 svc -uWu -T 20 deaf
explains deaf 'start has succeeded, and there is no run'
exits 0 svup deaf
svc -dxWD deaf
finishes $deaf 0

service gone <<'run'
setsid true
sleep 1000 &
echo $! >child
[ -e again ] && exec sleep 1000
touch again
exit 100
run
touch gone/down gone/backoff
background supervise gone 2>/dev/null
gone=$pid
eventually svok gone
explains gone 'the file down keeps it from being started: svc -u starts it'
svc -u gone
explains gone 'failed for good: run exited with code 100, not started again until svc -u'
explains gone '1 process is left of its group'
kill "$(cat gone/child)"
no_more() { no says gone '1 process is left of its group'; }
eventually no_more
explains gone "$(said gone | grep -o '1 start, last exit code 100 after .*')"
svc -xWD gone
finishes $gone 0

# A process that outlived its supervise, and an svscan that has the directory.
mkdir scan
service scan/web <<'run'
exec sleep 1000
run
background supervise scan/web
exits 0 svc -Wu -T 20 scan/web
process=$(pid_of scan/web)
kill -KILL $pid
wait $pid || :
same 1 "$(svstat -v scan/web | grep -cx "    its last process, pid $process, still runs")"
kill $process
