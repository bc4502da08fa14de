# Hot reload: four clients ask without a pause while the server is replaced twenty times, each
# time by a process that takes a while to get ready. No request fails.

port=$("$helpers/get" free)
mkdir web
cat >web/run <<run
#!/bin/sh
exec "$helpers/serve" -n 4 -w 20
run
chmod 755 web/run
echo "tcp 127.0.0.1 $port" >web/listen
echo 4 >web/notification-fd
background supervise web
eventually "$helpers/get" "$port" /
"$helpers/load" "$port" 4 >tally &
load=$!
pids="$pids $load"
log "$load"
answered() { grep -qx "$(pid_of web)" tally; }
eventually answered
starts() { sed -n 's/^starts //p' web/supervise/state; }
before=$(pid_of web)
for round in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    svc -r -Wr -T 20 web
    another web "$before"
    gone "$before"
    eventually answered
    before=$(pid_of web)
done
same 21 "$(starts)"
kill -TERM $load
wait $load
matches 'asked *, failed 0, answered by 21' "$(tail -n 1 tally)"
