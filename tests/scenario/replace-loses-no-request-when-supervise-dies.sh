# Under load supervise is killed in the midst of each of six replacements, at another moment
# each time, and followed by another one, or becomes another program. No request fails.

[ -e /proc/self/stat ] || skip 'needs /proc'
port=$("$helpers/get" free)
mkdir web
cat >web/run <<run
#!/bin/sh
exec "$helpers/serve" -n 4 -w 100
run
chmod 755 web/run
echo "tcp 127.0.0.1 $port" >web/listen
echo 4 >web/notification-fd
background supervise web
supervise=$pid
eventually "$helpers/get" "$port" /
background "$helpers/load" "$port" 4 >tally
load=$pid
answered() { grep -qx "$(pid_of web)" tally; }
eventually answered
state() { sed -n "s/^$1 //p" web/supervise/state; }
begun() { [ "$(state new-pid)" -gt 0 ] || [ "$(pid_of web)" != "$before" ]; }
swapped() { another web "$before" && [ "$(state new-pid)" = 0 ]; }
for moment in 0 0.04 0.08 0.1 0.12 0.2; do
    before=$(pid_of web)
    svc -r web
    eventually begun
    [ $moment = 0 ] || sleep $moment
    kill -KILL $supervise
    eventually no svok web
    background supervise web
    supervise=$pid
    svc -e web
    eventually swapped
    eventually gone "$before"
    eventually answered
done
kill -TERM $load
finishes $load 0
matches 'asked *, failed 0, answered by 7' "$(grep asked tally)"
svc -dx web
finishes $supervise 0
