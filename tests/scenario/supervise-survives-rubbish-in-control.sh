# A million random bytes in the control fifo: it goes on, and the command after them is heard.

service web <<'run'
exec sleep 1000
run
touch web/down
background supervise web
eventually svok web
# Without x, which would be obeyed, and L, after which a client's letters are for the logger.
head -c 1000000 /dev/urandom | tr -d xL >web/supervise/control
svc -d web
eventually down web
svc -u web
eventually up web
kill -0 $pid
