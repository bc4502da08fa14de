# check finds the process in its environment, is run at its interval for as long as the service
# is up and neither paused nor stopping, and is killed when it takes too long.

service web <<'run'
trap 'sleep 1.5; exit 0' TERM
echo >&4
while :; do sleep 0.1; done
run
cat >web/check <<'check'
#!/bin/sh
echo "$SERVICE_PID $SERVICE_CPU $SERVICE_RSS $SERVICE_UPTIME $SUPERVISE_PID" >>checks
test ! -e hang || { sleep 1000 & echo $! >sleeper; wait; }
test ! -e bad
check
chmod 755 web/check
echo 4 >web/notification-fd
echo 1 >web/check-interval
echo 100 >web/check-failures
background supervise web
state() { sed -n "s/^$1 //p" web/supervise/state; }
is() { [ "$(state "$1")" = "$2" ]; }
checks() { cat web/checks 2>/dev/null | wc -l; }
at_least() { [ "$(checks)" -ge "$1" ]; }
exits 0 svc -Wr -T 20 web
eventually at_least 3
read -r service cpu rss uptime super <web/checks
same "$(pid_of web) 0 $pid" "$service $cpu $super"
[ "$rss" -gt 100 ] && [ "$rss" -lt 100000 ] || fail "$rss KiB"
same 1 "$uptime"
matches '* [23456789] *' "$(sed -n 3p web/checks)"

# Failures are counted and told.
touch web/bad
eventually is failed-checks 2
same 'code 1' "$(state last-check)"
svstat -v web >said
grep -q 'check fails (exited with code 1), [0-9]* times in a row' said
rm web/bad
eventually is failed-checks 0

# A check that hangs is killed, with what it started, and has failed.
echo 100 >web/timeout-check
touch web/hang
eventually is last-check 'signal 9'
eventually gone "$(cat web/sleeper)"
rm web/hang web/timeout-check
eventually is failed-checks 0

# Nobody is checked who is paused, nor who is told to end.
svc -p web
eventually is state paused
before=$(checks)
sleep 1.3
same "$before" "$(checks)"
svc -c web
eventually at_least $((before + 1))
svc -d web
before=$(checks)
eventually down web
same "$before" "$(checks)"
svc -x web
finishes $pid 0
