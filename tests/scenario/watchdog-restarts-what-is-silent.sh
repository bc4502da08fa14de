# A service that says nothing for longer than watchdog allows is restarted; one that speaks in
# time lives, its fifo never fills, and a pause is no silence.

service web <<'run'
echo >&4
until rm ../silent 2>/dev/null; do
    printf '%10000s' word 2>/dev/null >&4 || echo full >>../full
    echo said >>../said
    sleep 0.1
done
exec sleep 1000
run
echo 4 >web/notification-fd
echo 2 >web/watchdog
background supervise web
state() { sed -n "s/^$1 //p" web/supervise/state; }
is() { [ "$(state "$1")" = "$2" ]; }
exits 0 svc -Wr -T 20 web
before=$(pid_of web)
often() { [ "$(wc -l <said)" -ge "$1" ]; }
eventually often 25
svc -p web
eventually is state paused
sleep 2.2
svc -c web
eventually often 27
same "$before" "$(pid_of web)"
no test -e full

touch silent
eventually another web "$before"
same 'watchdog: silent for 2 seconds: restarted' "$(state reason)"
same 'signal 15' "$(state last-exit)"
svc -dx web
finishes $pid 0
