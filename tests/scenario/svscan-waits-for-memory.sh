# There is no memory for more services: svscan waits for some, and what runs keeps running.

need prlimit
if grep -q __asan_init "$programs/svscan"; then skip "a sanitizer takes no such limit"; fi
service all/web <<'run'
exec sleep 1000
run
background svscan all
eventually up all/web
web=$(pid_of all/web)
mkdir more
long=$(printf '%0200d' 0)
for i in $(seq 300); do mkdir more/$long$i; done
prlimit --pid $pid --as=1000000:unlimited
mv more/* all
sleep 0.3
kill -0 $pid
same $web "$(pid_of all/web)"
no svok all/${long}300
prlimit --pid $pid --as=unlimited
eventually svok all/${long}300
kill -0 $pid
same $web "$(pid_of all/web)"
