# Nobody is checked who is paused or told to end; a check that hangs is killed, with all that it
# started, and has failed.

service web <<'run'
trap 'sleep 1.5; exit 0' TERM
while :; do sleep 0.1; done
run
cat >web/check <<'check'
#!/bin/sh
echo check >>checks
test ! -e hang || { sleep 1000 & echo $! >sleeper; wait; }
check
chmod 755 web/check
echo 1 >web/check-interval
echo 100 >web/timeout-check
background supervise web
state() { sed -n "s/^$1 //p" web/supervise/state; }
is() { [ "$(state "$1")" = "$2" ]; }
checks() { wc -l <web/checks; }
at_least() { [ "$(checks)" -ge "$1" ]; }
touch web/hang
eventually is last-check 'signal 9'
eventually gone "$(cat web/sleeper)"
rm web/hang web/timeout-check
exits 0 svc -Wr -T 20 web

svc -p web
# A check that is under way may go on.
alone() { [ "$(ps -o pid= --ppid $pid | wc -l)" = 1 ]; }
eventually is state paused
eventually alone
before=$(checks)
sleep 1.3
same "$before" "$(checks)"
svc -c web
eventually at_least $((before + 1))
svc -d web
eventually is state stopping
eventually alone
before=$(checks)
eventually down web
same "$before" "$(checks)"
svc -x web
finishes $pid 0
