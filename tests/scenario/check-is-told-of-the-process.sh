# check finds the process in its environment, at each interval for as long as the service is up;
# failures are counted and told.

service web <<'run'
echo >&4
exec sleep 1000
run
cat >web/check <<'check'
#!/bin/sh
echo "$SERVICE_PID $SERVICE_CPU $SERVICE_RSS $SERVICE_UPTIME $SUPERVISE_PID" >>checks
test ! -e bad
check
chmod 755 web/check
echo 4 >web/notification-fd
echo 1 >web/check-interval
echo 100 >web/check-failures
background supervise web
state() { sed -n "s/^$1 //p" web/supervise/state; }
is() { [ "$(state "$1")" = "$2" ]; }
exits 0 svc -Wr -T 20 web
twice() { [ "$(wc -l <web/checks)" -ge 2 ]; }
eventually twice
read -r service cpu rss uptime super <web/checks
same "$(pid_of web) 0 $pid" "$service $cpu $super"
[ "$rss" -gt 100 ] && [ "$rss" -lt 100000 ] || fail "$rss KiB"
[ "$uptime" -ge 1 ] && [ "$uptime" -le 9 ] || fail "up for $uptime seconds"
later=$(sed -n 2p web/checks | cut -d' ' -f4)
[ "$later" -gt "$uptime" ] || fail "up for $later seconds"

touch web/bad
failing() { [ "$(state failed-checks)" -ge 2 ]; }
eventually failing
same 'code 1' "$(state last-check)"
svstat -v web >said
grep -q 'check fails (exited with code 1), [0-9]* times in a row' said
rm web/bad
eventually is failed-checks 0
svc -dx web
finishes $pid 0
