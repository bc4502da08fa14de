# redis-server in the foreground, logging through multilog, killed with -9 ten times: each time
# it serves again, and what it had saved is there.

need redis-server
need redis-cli
mkdir -p scan/redis/log
cat >scan/redis/run <<'run'
#!/bin/sh
exec redis-server --port 0 --unixsocket "$PWD/socket" --appendonly yes --appendfsync always \
    --save '' --daemonize no
run
cat >scan/redis/log/run <<'run'
#!/bin/sh
exec multilog t s100000 ./main
run
chmod 755 scan/redis/run scan/redis/log/run
background svscan scan
redis() { redis-cli -s scan/redis/socket "$@" 2>/dev/null; }
serves() { [ "$(redis ping)" = PONG ]; }
for round in 1 2 3 4 5 6 7 8 9 10; do
    eventually serves
    same "$round" "$(redis incr rounds)"
    eventually up scan/redis
    process=$(pid_of scan/redis)
    kill -KILL "$process"
    eventually another scan/redis "$process"
done
eventually serves
same 10 "$(redis get rounds)"
kill -TERM $pid
finishes $pid 0
[ "$(cat scan/redis/log/main/* | grep -ci 'ready to accept connections')" -ge 11 ] ||
    fail 'a start is not in the log'
