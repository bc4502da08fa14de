# $SUPERVISEDIR and workers: what a supervise keeps goes by the name of the worker's directory.

mkdir places
service all/web <<'run'
echo "worker $1 runs"
exec sleep 1000
run
service all/web/log <<'run'
exec cat >>lines
run
echo 2 >all/web/workers
try() {
    background svscan all
    for n in 0 1; do eventually svup all/web/worker/$n; done
    eventually svup all/web/log
    for n in 0 1; do test -p "$1$n$2/control"; done
    no test -e all/web/worker/0/supervise
    now=$(svstat all/web/worker/0 | cut -d' ' -f4)
    kill -KILL $pid
    eventually gone $pid
    echo 1 >all/web/workers
    background svscan all
    eventually no svok all/web/worker/1
    same "$now" "$(svstat all/web/worker/0 | cut -d' ' -f4)"
    svc -e all/web/worker/0
    svc -t -Wr all/web/worker/0
    kill -TERM $pid
    finishes $pid 0
    for dir in all/web/worker/0 all/web/worker/1 all/web/log; do no svok $dir; done
    echo 2 >all/web/workers
}
export SUPERVISEDIR=.sv
try all/web/worker/ /.sv
SUPERVISEDIR=$PWD/places
try "$PWD/places/$(echo "$PWD/all/web/worker/" | cut -c2- | tr / :)" ''
