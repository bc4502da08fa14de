# A pid of a container that is gone names somebody else here.

need_root
need unshare
unshare --pid --fork --mount-proc true 2>/dev/null || skip 'may not unshare'
service web <<'run'
exec sleep 1000
run
background unshare --pid --fork --kill-child --mount-proc supervise web
eventually up web
inner=$(pid_of web)
kill -KILL $pid
eventually no svok web
background supervise web
another_one() { up web && [ "$(readlink "/proc/$(pid_of web)/exe")" != "" ] && ps -o ppid= -p "$(pid_of web)" | grep -qw $pid; }
eventually another_one
svc -dx web
finishes $pid 0
