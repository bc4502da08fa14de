# A server that lives and does not answer is restarted, by one line of shell in check.

port=$("$helpers/get" free)
service web <<run
exec "$helpers/serve" -p $port
run
cat >web/check <<check
#!/bin/sh
exec "$helpers/get" $port / >answer
check
chmod 755 web/check
echo 1 >web/check-interval
echo 2 >web/check-failures
echo 900 >web/timeout-check
echo 300 >web/timeout-kill
background supervise web
exits 0 svc -Wr -T 20 web
before=$(pid_of web)
eventually grep -q "$before" web/answer # which each check writes anew

# It hangs, and does not even hear TERM.
kill -STOP "$before"
eventually another web "$before"
exits 0 svc -Wr -T 20 web
state() { sed -n "s/^$1 //p" web/supervise/state; }
same 'check failed 2 times: restarted' "$(state reason)"
same 'signal 9' "$(state last-exit)"
"$helpers/get" $port / >answer
grep -q "$(pid_of web)" answer
svc -dx web
finishes $pid 0
