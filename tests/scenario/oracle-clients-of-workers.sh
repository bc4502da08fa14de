# Clients that know nothing of workers: svc, svstat and svok of the daemontools that is installed
# work with each worker as with any service directory.

oracle=/usr/bin
[ -x $oracle/svstat ] || skip "needs daemontools"
if cmp -s $oracle/svstat "$programs/svstat"; then skip "needs daemontools"; fi
service all/web <<'run'
exec sleep 1000
run
echo 3 >all/web/workers
background svscan all
svc -Wu all/web
pids_of() { for n in 0 1 2; do pid_of all/web/worker/$n; done | xargs; }
before=$(pids_of)
said=$(cd all && $oracle/svstat web/worker/*)
same "$(set -- $before; printf 'web/worker/%s: up (pid %s) N seconds\n' 0 $1 1 $2 2 $3)" \
    "$(echo "$said" | sed 's/) [0-9]* seconds/) N seconds/')"
for n in 0 1 2; do $oracle/svok all/web/worker/$n; done
$oracle/svc -t all/web/worker/*
set -- $before
for n in 0 1 2; do
    eventually another all/web/worker/$n $1
    shift
done
$oracle/svc -d all/web/worker/1
eventually down all/web/worker/1
matches '*: down * seconds, normally up' "$($oracle/svstat all/web/worker/1)"
