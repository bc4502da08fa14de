# -L is about the logger in log/, -l about the service itself.

service web <<'run'
exec sleep 1000
run
service web/log <<'run'
exec sleep 1000
run
service alone </dev/null
mkdir broken
echo 'exec cat' >broken/log
background supervise web/log
logger=$pid
eventually up web/log
eventually svok web/log

masked() { svstat "$@" | sed 's/pid [0-9]*/pid N/; s/[0-9]* seconds/N seconds/'; }
same 'web log: up (pid N) N seconds' "$(masked -L web)"
same 'web: unable to open supervise/ok: file does not exist' "$(masked -Ll web)"
same "$(masked web)" "$(masked -l web)"
same 'alone log: no log service
broken log: no log service
missing log: unable to chdir: file does not exist' "$(masked -L alone broken missing)"
exits 0 svup -L web
exits 100 svup -l web
exits 100 svup web
exits 100 svup -L alone
svc -dx web/log
finishes "$logger" 0
same 'web log: supervise not running' "$(masked -L web)"
exits 100 svup -L web
