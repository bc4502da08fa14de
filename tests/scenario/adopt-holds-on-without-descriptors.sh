# An adopted process that cannot be looked at for want of descriptors is not declared dead.

[ -e /proc/self/stat ] || skip 'needs /proc'
need prlimit
service web <<'run'
exec sleep 1000
run
background supervise web
eventually up web
process=$(pid_of web)
kill -KILL $pid
eventually no svok web
background supervise web
eventually svok web
prlimit --pid $pid --nofile=6:
for round in 1 2 3; do svc -c web; done
# Each of these woke it, and it looked.
heard() { grep -q '^want down' web/supervise/state; }
prlimit --pid $pid --nofile=1000:
same "$process" "$(pid_of web)"
kill -0 "$process"
svc -d web
eventually heard
eventually gone "$process"
svc -x web
finishes $pid 0
