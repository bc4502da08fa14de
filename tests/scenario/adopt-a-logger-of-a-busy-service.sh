# After an adoption either side of the pipe to a file `log` may die: the service that writes
# all the while is the same process, and no line is missing that was written while the logger
# was away.

[ -e /proc/self/stat ] || skip 'needs /proc'
service web <<'run'
trap 'exit 0' TERM
n=0
while :; do
    n=$((n + 1))
    echo "$n"
    sleep 0.02
done
run
cat >web/log <<'log'
#!/bin/sh
# Reads a line at a time, so that it has nothing of its own to lose.
while read -r line; do echo "$line" >>../logged; done
log
chmod 755 web/log
state() { sed -n "s/^$1 //p" web/supervise/state; }
is() { [ "$(state "$1")" = "$2" ]; }
background supervise web
eventually is log-state ready
eventually test -s logged
eventually up web
process=$(pid_of web) logger=$(state log-pid)
kill -KILL $pid
eventually no svok web
background supervise web
eventually svok web
eventually is log-pid "$logger"
kill -STOP "$logger"
stopped() { case "$(ps -o stat= -p "$logger")" in T*) ;; *) return 1 ;; esac; }
eventually stopped
kill -KILL "$logger"
restarted() { [ "$(state log-pid)" -gt 0 ] && [ "$(state log-pid)" != "$logger" ]; }
eventually restarted
lines=$(wc -l <logged)
more() { [ "$(wc -l <logged)" -gt $((lines + 20)) ]; }
eventually more
same "$process" "$(pid_of web)"
svc -dx web
finishes $pid 0
# The line in the hands of the logger that was killed may be missing; it was one at most.
missing=$(($(tail -n 1 logged) - $(wc -l <logged)))
[ $missing -le 1 ] || fail "$missing lines are missing"
