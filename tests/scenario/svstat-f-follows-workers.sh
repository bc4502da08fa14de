# -f of a service with workers: one that is added later is followed, too; one that leaves is
# told of and followed no longer; and when the file `workers` goes and comes, the service is
# followed itself, then the workers again. Nothing wakes it in between.

[ -d /proc/sys/fs/inotify ] || skip 'needs inotify'
service all/web <<'run'
exec sleep 1000
run
echo 2 >all/web/workers
background svscan all
svscan=$pid
eventually up all/web/worker/1
cd all
background svstat -f web >../out
follower=$pid
cd ..
last() { [ "$(grep "^web$1: " out | tail -n 1 | sed "s|^web$1:|web:|; s/pid [0-9]*/N/; s/[0-9]* sec.*ds/N s/")" = "web: $2" ]; }
eventually last /worker/1 'up (N) N s'

echo 3 >all/web/workers
kill -HUP $svscan
eventually last /worker/2 'up (N) N s'
svc -p all/web/worker/2
eventually last /worker/2 'up (N) N s, paused'
svc -c all/web/worker/2
eventually last /worker/2 'up (N) N s'

# Rubbish changes nothing, as with svscan.
echo many >all/web/workers
echo 1 >all/web/workers.new
mv all/web/workers.new all/web/workers
kill -HUP $svscan
for n in 1 2; do eventually last /worker/$n 'supervise not running'; done
last /worker/0 'up (N) N s'
no grep -q '^web: ' out
same 1 "$(ls all/web/worker/0/supervise/event | wc -l | tr -d ' ')"
for n in 1 2; do same 0 "$(ls all/web/worker/$n/supervise/event | wc -l | tr -d ' ')"; done

# Who has left is not looked for again.
if command -v strace >/dev/null; then
    background strace -qq -o trace -p $follower
    strace=$pid
    lines=$(wc -l <out)
    eventually grep -q 'TracerPid:.[1-9]' /proc/$follower/status
    svc -p all/web/worker/0
    eventually last /worker/0 'up (N) N s, paused'
    svc -c all/web/worker/0
    followed() { [ "$(wc -l <out)" -ge $((lines + 2)) ]; }
    eventually followed
    eventually sh -c 'tail -n 1 trace | grep -q ppoll'
    quiet_for 1.5 wc -l trace
    kill $strace
    eventually no alive $strace
fi

mv all/web/workers number
kill -HUP $svscan
eventually last '' 'up (N) N s'
eventually last /worker/0 'supervise not running'
mv number all/web/workers
kill -HUP $svscan
eventually last /worker/0 'up (N) N s'
before=$(grep -c '^web: ' out)
kill -TERM $svscan
finishes $svscan 0
eventually last /worker/0 'supervise not running'
same "$before" "$(grep -c '^web: ' out)"
kill $follower
finishes $follower 143

# A directory log/ is the one logger of all.
service web/log <<'run'
exec sleep 1000
run
echo 2 >web/workers
background supervise web/log
logger=$pid
eventually up web/log
background svstat -fL web >log
follower=$pid
eventually grep -q '^web log: up' log
same 1 "$(wc -l <log | tr -d ' ')"
kill $follower
finishes $follower 143
svc -dx web/log
finishes $logger 0
