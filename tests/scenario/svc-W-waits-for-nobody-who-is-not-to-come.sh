# Workers that are too many leave, and do not come again: svc, told to wait for the service,
# does not wait for them, and where no workers are left it waits for the service itself. Who
# asks for one of them by its name waits for it.

service all/web <<'run'
trap 'until [ -e ../../go ]; do sleep 0.05; done; exit 0' TERM
[ -n "${WORKER-}" ] || touch alone
while :; do sleep 0.05; done
run
background svscan all
scanner=$pid
eventually up all/web
is_told() { grep -qx 'want down' all/web/worker/$1/supervise/state; }
waits() { ls all/web/worker/$1/supervise/event | grep -q .; }
touch go
for words in '-t -Wr' '-st' '-u -s'; do
    echo 3 >all/web/workers
    kill -HUP $scanner
    svc -Wr -T 20 all/web/worker/0 all/web/worker/1 all/web/worker/2
    rm -f go
    echo 1 >all/web/workers
    kill -HUP $scanner
    for one in 1 2; do eventually is_told $one; done
    background svc $words all/web
    # One after the other, the first of them has to come again.
    [ "$words" != '-t -Wr' ] || eventually waits 2
    touch go
    finishes $pid 0
    up all/web/worker/0
    eventually no svok all/web/worker/1

    exits 99 svc -Wr -T 0 all/web/worker/1 2>said
    rm -f go all/web/alone
    rm all/web/workers
    kill -HUP $scanner
    eventually is_told 0
    # svc finds the worker by a file that svscan does not see.
    kill -STOP $scanner
    echo 1 >all/web/workers
    background svc $words all/web
    eventually waits 0
    rm all/web/workers
    kill -CONT $scanner
    touch go
    finishes $pid 0
    svup all/web
    eventually test -e all/web/alone
done
