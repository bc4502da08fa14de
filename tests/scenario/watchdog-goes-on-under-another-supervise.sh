# Its words are heard, and its silence noticed, by the program that takes supervise's place and
# by the supervise that follows one that was killed.

service web <<'run'
echo >&4
until rm ../silent 2>/dev/null; do
    echo said >>../said
    echo >&4
    sleep 0.1
done
exec sleep 1000
run
echo 4 >web/notification-fd
echo 2 >web/watchdog
background supervise web
state() { sed -n "s/^$1 //p" web/supervise/state; }
is() { [ "$(state "$1")" = "$2" ]; }
often() { [ "$(wc -l <said)" -ge "$1" ]; }
exits 0 svc -Wr -T 20 web
before=$(pid_of web)
svc -e web
: >said
eventually often 22
same "$before" "$(pid_of web)"
kill -KILL "$pid"
finishes "$pid" 137
background supervise web
eventually is supervise "$pid"
: >said
eventually often 22
same "$before" "$(pid_of web)"
touch silent
eventually another web "$before"
same 'watchdog: silent for 2 seconds: restarted' "$(state reason)"
svc -dx web
finishes $pid 0
