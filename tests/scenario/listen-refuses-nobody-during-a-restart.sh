# Four clients ask without a pause while the service is restarted twenty times, by -t and by
# -du, and each time takes a while until it serves: nobody is refused, no answer is cut.

port=$("$helpers/get" free)
mkdir web
cat >web/run <<run
#!/bin/sh
exec "$helpers/serve" -w 20 -n 5
run
chmod 755 web/run
printf 'tcp 127.0.0.1 %s\nunix ./socket 0666\n' "$port" >web/listen
echo 5 >web/notification-fd
background supervise web
supervise=$pid
svc -Wr -T 20 web
background "$helpers/load" "$port" 4 >asked
tcp=$pid
background "$helpers/load" ./web/socket 4 >asked-here
here=$pid
state() { sed -n "s/^$1 //p" web/supervise/state; }
# Each has answered one of the clients before the next one comes.
answered() { grep -qx "$(pid_of web)" asked; }
eventually answered
for letters in t t t du t t t du t t t du t t t du t t t du; do
    before=$(pid_of web)
    svc -$letters web
    eventually another web "$before"
    eventually answered
done
same 21 "$(state starts)"
kill -TERM $tcp $here
finishes $tcp 0
finishes $here 0
matches 'asked *, failed 0, answered by 21' "$(tail -n 1 asked)"
matches 'asked *, failed 0, answered by *' "$(tail -n 1 asked-here)"
# After a d clients are refused at once, and the socket in the file system is gone.
svc -Wd -d web
no "$helpers/get" "$port" /
no test -e web/socket
svc -Wr -T 20 -u web
"$helpers/get" ./web/socket / >/dev/null
svc -dx web
finishes $supervise 0
no test -e web/socket
