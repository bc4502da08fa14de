# Clients given a service with workers speak to all of them; given the directory of one, to it.

service all/web <<'run'
trap 'exit 0' TERM
while :; do sleep 0.05; done
run
service all/bare <<'run'
exec sleep 1000
run
echo 3 >all/web/workers

# Before there is a svscan each is looked for, and nobody is there.
same 'all/web/worker/0: unable to open supervise/ok: file does not exist
all/web/worker/1: unable to open supervise/ok: file does not exist
all/web/worker/2: unable to open supervise/ok: file does not exist' "$(svstat all/web)"
exits 100 svok all/web
exits 100 svup all/web
same 'svc: warning: unable to control all/web/worker/0: file does not exist' \
    "$(svc -t all/web 2>&1 | head -n 1)"

same 'all/web/worker/1: unable to open supervise/ok: file does not exist' "$(svstat all/web/worker/1)"
same 'all/bare/worker/1: unable to chdir: file does not exist' "$(svstat all/bare/worker/1)"

# A boot brings services up in any order.
svc -Wr all/web all/bare all/web/worker/1 &
waits=$!
pids="$pids $waits"
background svscan all
finishes $waits 0
masked() { svstat "$@" | sed 's/pid [0-9]*/pid N/; s/[0-9]* seconds/N seconds/'; }
same 'all/web/worker/0: up (pid N) N seconds
all/web/worker/1: up (pid N) N seconds
all/web/worker/2: up (pid N) N seconds
all/bare: up (pid N) N seconds' "$(masked all/web all/bare)"
same 'all/web/worker/1: up (pid N) N seconds' "$(masked all/web/worker/1)"
same '.: up (pid N) N seconds' "$(cd all/web/worker/1 && masked .)"
same '0: up (pid N) N seconds
1: up (pid N) N seconds
2: up (pid N) N seconds' "$(cd all/web/worker && masked *)"
same 'web/worker/2: up (pid N) N seconds' "$(cd / && SVDIR=$OLDPWD/all masked web | tail -n 1)"
svok all/web
svup all/web

# Every form, every worker.
same 3 "$(svstat -j all/web/ | grep -c '^{"name":"all/web/worker/[012]","running":true,')"
same 3 "$(svstat -p all/web | grep -c '^svstat_up{service="all/web/worker/[012]"} 1')"
same 3 "$(svstat -v all/web | grep -c '^all/web/worker/[012]: up')"
svstat -f all/web >followed &
pids="$pids $!"
eventually grep -q worker/2 followed

# Letters go to all, and are waited for.
svc -d -Wd all/web
same 3 "$(svstat all/web | grep -c 'worker/[012]: down .* normally up$')"
eventually grep -q 'worker/0: down' followed
eventually grep -q 'worker/2: down' followed
exits 100 svup all/web
svok all/web
svc -u -Wu all/web/worker/0 all/web/worker/1
exits 100 svup all/web
svup all/web/worker/1
svc -u -Wu all/web
svup all/web
before=$(pid_of all/web/worker/0)
svc -t all/web
eventually another all/web/worker/0 "$before"

# For good: one file is for all, those of the workers are for each.
svc -D -Wd all/web
test -e all/web/down
test ! -e all/web/worker/0/down
same 3 "$(svstat all/web | grep -c 'down [0-9]* seconds$')"
svc -D all/web/worker/2
test -e all/web/worker/2/down
svc -U -Wu all/web
no ls all/web/down all/web/worker/2/down
svc -D -Wd all/web/worker/1
same 2 "$(svstat all/web | grep -c ': up')"
matches '*: down * seconds' "$(svstat all/web/worker/1)"
svc -U -Wu all/web/worker/1

# Too many that still run are spoken to as well; a service of its own, until it has left.
kill -STOP $pid
echo 2 >all/web/workers
same 3 "$(svstat all/web | grep -c ': up')"
kill -CONT $pid
kill -HUP $pid
eventually no svok all/web/worker/2
same 2 "$(svstat all/web | wc -l)"
kill -STOP $pid
echo 2 >all/bare/workers
same 'all/bare: up (pid N) N seconds' "$(masked all/bare)"
kill -CONT $pid
kill -HUP $pid
for n in 0 1; do eventually svup all/bare/worker/$n; done
same 2 "$(svstat all/bare | grep -c 'worker/[01]: up')"
svc -dx -WD all/web all/bare
eventually no svok all/web
