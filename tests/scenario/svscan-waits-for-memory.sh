# There is no memory for more services: svscan waits for some, and what runs keeps running. It
# hears TERM meanwhile, and the tree ends.

need prlimit
if grep -q __asan_init "$programs/svscan"; then skip "a sanitizer takes no such limit"; fi
long=$(printf '%0200d' 0)
run_out() {
    service $1/web <<'run'
exec sleep 1000
run
    background sh -c "exec svscan $1 2>>messages"
    eventually up $1/web
    web=$(pid_of $1/web)
    mkdir more
    for i in $(seq 300); do mkdir more/$long$i; done
    prlimit --pid $pid --as=1000000:unlimited
    mv more/* $1
    rmdir more
    sleep 0.3
    kill -0 $pid
    same $web "$(pid_of $1/web)"
    no svok $1/${long}300
}
run_out stopped
kill -TERM $pid
finishes $pid 0
gone $web

run_out relieved
prlimit --pid $pid --as=unlimited
eventually svok relieved/${long}300
kill -0 $pid
same $web "$(pid_of relieved/web)"
