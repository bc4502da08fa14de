# Each worker opens a socket of its own for the same address: one goes down, the other serves;
# one whose file cannot be used waits, and the other is none the worse for it.

port=$("$helpers/get" free)
service web <<run
exec "$helpers/serve"
run
echo 2 >web/workers
printf 'tcp 127.0.0.1 %s\nudp 127.0.0.1 %s\n' "$port" "$port" >web/listen
background supervise web/worker/0
background supervise web/worker/1
eventually up web/worker/0
eventually up web/worker/1
for one in 0 1; do
    other=web/worker/$((1 - one))
    svc -Wd -d web/worker/$one
    for address in "$port" "$port" "udp:$port"; do
        same "$(pid_of $other)" "$("$helpers/get" "$address" / | tail -n 1)"
    done
    svc -Wu -u web/worker/$one
done

svc -Wd -d web/worker/1
echo 'unix ./socket' >>web/listen
svc -u web/worker/1
state() { sed -n "s/^$1 //p" web/worker/1/supervise/state; }
says() { [ "$(state state), $(state reason)" = "$1" ]; }
eventually says 'waiting, listen: line 3: workers cannot share a unix socket'
up web/worker/0
svc -dx web/worker/0 web/worker/1
