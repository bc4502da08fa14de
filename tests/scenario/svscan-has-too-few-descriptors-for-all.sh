# Sixty-four descriptors for two hundred services with loggers: what can run runs and keeps
# running, commands are heard, the cause is said once, and with more descriptors all run.

need prlimit
count=200
mkdir all
for i in $(seq $count); do
    service later/s$i <<'run'
exec sleep 1000
run
    service later/s$i/log <<'run'
exec cat
run
done
ulimit -n 2000 2>/dev/null || skip 'needs two thousand descriptors'
background sh -c 'exec svscan all 2>messages'
mv later/s1 all
eventually svok all/s1/log
prlimit --pid $pid --nofile=64:
mv later/* all
running() { svstat all/*/log | sed -n 's|/log: up .*||p'; }
some() { [ "$(running | wc -l)" -ge 20 ]; }
eventually some
eventually grep -q 'process cannot open more files' messages
one=$(running | head -n 1)
eventually up $one
before=$(pid_of $one)
svc -t $one
eventually another $one $before
before=$(for dir in $(running); do pid_of $dir; done)
kill -0 $pid
same 2 "$(wc -l <messages)"
prlimit --pid $pid --nofile=2000:
begun=$(now)
all() { [ "$(svstat all/*/log | grep -c ': up ')" -eq $count ]; }
eventually all
in_time $begun 2000 'all of them'
for process in $before; do kill -0 $process; done
same 2 "$(wc -l <messages)"
kill -TERM $pid
finishes $pid 0
