# A million random bytes in the control fifo: it goes on, and the command after them is heard.

service web <<'run'
exec sleep 1000
run
touch web/down
background supervise web
eventually svok web
# Without x, which would be obeyed.
head -c 1000000 /dev/urandom | tr -d x >web/supervise/control
svc -d web
eventually down web
svc -u web
eventually up web
kill -0 $pid
