# What a service left behind has its sockets open still: after a d clients are refused all the
# same, nothing is left in the file system, and the service can be started again.

port=$("$helpers/get" free)
mkdir web
cat >web/run <<run
#!/bin/sh
sleep 100 &
echo \$! >>../left
exec "$helpers/serve"
run
chmod 755 web/run
printf 'tcp 127.0.0.1 %s\nunix ./socket\n' "$port" >web/listen
background supervise web
for round in 1 2; do
    eventually "$helpers/get" "$port" /
    eventually "$helpers/get" ./web/socket /
    svc -Wr -T 20 web
    svc -Wd -d web
    no test -e web/socket
    no "$helpers/get" "$port" /
    svc -u web
done
eventually "$helpers/get" "$port" /
svc -dx web
finishes $pid 0
same 3 "$(wc -l <left | tr -d ' ')"
for one in $(cat left); do kill "$one"; done
