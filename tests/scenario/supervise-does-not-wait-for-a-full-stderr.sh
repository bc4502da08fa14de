# Its messages go into a pipe that nobody reads: it drops them and goes on.

service web <<'run'
exec sleep 1000
run
mkfifo pipe
exec 4<>pipe
head -c 65536 /dev/zero >&4
chmod 644 web/run
background sh -c 'exec supervise web 2>&4'
eventually svok web
svc -d web
wanted_down() { [ "$(od -An -c -j17 -N1 web/supervise/status | tr -d ' ')" = d ]; }
eventually wanted_down
chmod 755 web/run
svc -u web
eventually up web
