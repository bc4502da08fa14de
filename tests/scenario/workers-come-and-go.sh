# When `workers` appears, the supervise of the service leaves, then the workers begin; when it
# vanishes, the other way round. Never do both run. What is no number counts for nothing.

service all/web <<'run'
trap 'sleep 0.1; rmdir "${WORKER-alone}.runs"; exit 0' TERM
mkdir "${WORKER-alone}.runs" || exit 1
for other in alone 0 1; do
    case "${WORKER-alone} $other" in alone\ [01]|[01]\ alone)
        [ ! -e $other.runs ] || touch both ;;
    esac
done
while :; do sleep 0.05; done
run
echo many >all/web/workers
background sh -c 'exec svscan all 2>messages'
eventually up all/web
same 'svscan: warning: unable to use web/workers: no number from 1 to 1000' "$(cat messages)"
alone=$(pid_of all/web)

echo 2 >all/web/workers
kill -HUP $pid
for n in 0 1; do eventually up all/web/worker/$n; done
gone $alone
down all/web

# Rubbish ends no worker that runs.
before="$(pid_of all/web/worker/0) $(pid_of all/web/worker/1)"
echo 0 >all/web/workers
kill -HUP $pid
mkdir all/other
service all/other <<'run'
exec sleep 1000
run
eventually up all/other
same "$before" "$(pid_of all/web/worker/0) $(pid_of all/web/worker/1)"
# Those stand for the service all the while.
svok all/web
svup all/web
same "all/web/worker/0 all/web/worker/1" "$(svstat all/web | cut -d: -f1 | xargs)"
svstat -f all/web >followed &
pids="$pids $!"
eventually grep -q worker/1 followed
svc -d -Wd -T 20 all/web
no up all/web/worker/0
no up all/web/worker/1
eventually grep -q 'worker/1: down' followed
svc -u -Wu -T 20 all/web
mkdir directory
mv all/web/workers kept
mv directory all/web/workers
same 2 "$(svstat all/web | wc -l)"
rmdir all/web/workers
mv kept all/web/workers

rm all/web/workers
kill -HUP $pid
eventually up all/web
for n in 0 1; do no svok all/web/worker/$n; done
test ! -e all/web/both
kill -TERM $pid
finishes $pid 0
same 0 "$(ls -d all/web/*.runs 2>/dev/null | wc -l)"

# A directory in its place, and a number that is too large.
rm -r messages
mkdir all/web/workers
echo 1001 >all/other/workers
background sh -c 'exec svscan all 2>messages'
eventually up all/web
eventually up all/other
sort messages >sorted
same 'svscan: warning: unable to read web/workers: is a directory
svscan: warning: unable to use other/workers: no number from 1 to 1000' "$(cat sorted)"
kill -TERM $pid
finishes $pid 0

# What makes no sense counts for nothing elsewhere, too: a unix socket needs not be shared.
rm -r all/web/workers all/other
echo many >all/web/workers
echo 'unix ./socket 0600' >all/web/listen
exits 0 supervise -n all/web
echo 2 >all/web/workers
matches '*workers cannot share a unix socket*' "$(supervise -n all/web)"
