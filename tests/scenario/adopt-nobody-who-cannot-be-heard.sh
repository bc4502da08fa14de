# A supervise that has too few descriptors to know its service, or to hear it, neither starts a
# second one nor takes it up, to end it later because it is silent: it says so and leaves, and a
# later one finds it well.

[ -e /proc/self/stat ] || skip 'needs /proc'
need prlimit
service web <<'run'
while echo >&3; do sleep 0.1; done
run
echo 3 >web/notification-fd
echo 2 >web/watchdog
background supervise web
exits 0 svc -Wr -T 20 web
process=$(pid_of web)
kill -KILL $pid
eventually no svok web
few=6 short=0
while :; do
    background sh -c "exec prlimit --nofile=$few: supervise web 2>said"
    # It has left, or goes on and says what it cannot do as yet.
    decided() { no alive $pid || svok web || grep -q warning said; }
    eventually decided
    no alive $pid || break
    finishes $pid 111
    few=$((few + 1)) short=$((short + 1))
done
[ $short -gt 0 ]
prlimit --pid $pid --nofile=1000:
eventually svok web
no grep 'unable to open' said
is_ready() { grep -q '^state ready' web/supervise/state; }
eventually is_ready
same "$process" "$(pid_of web)"
kill -0 "$process"
svc -dx web
finishes $pid 0
