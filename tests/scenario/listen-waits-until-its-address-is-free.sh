# A port that another has: the service waits, svstat -v names line, address and reason, and it
# comes up once the port is free, or listen says another one. supervise -n and svstat -v name
# what makes no sense in listen.

port=$("$helpers/get" free)
background "$helpers/serve" -p "$port"
other=$pid
eventually "$helpers/get" "$port" /
mkdir web
printf '#!/bin/sh\nexec "%s"\n' "$helpers/serve" >web/run
chmod 755 web/run
printf 'unix ./socket\ntcp 127.0.0.1 %s\n' "$port" >web/listen
supervise -n web
background supervise web 2>said
supervise=$pid
state() { sed -n "s/^$1 //p" web/supervise/state; }
is() { [ "$(state state)" = "$1" ]; }
eventually is waiting
reason="listen: line 2: tcp 127.0.0.1 $port: address already used"
same "$reason" "$(state reason)"
says() { svstat -v web | grep -qxE "    $1, next start (now|in 1 second)"; }
eventually says "$reason"
# All or none.
no test -e web/socket
svc -d web
eventually is down
same none "$(state reason)"
svc -u web
eventually says "$reason"
kill -TERM $other
finishes $other 0
eventually is ready
same "none 1" "$(state reason) $(state starts)"
eventually "$helpers/get" "$port" /
same "supervise: warning: unable to use web/$reason" "$(grep ^supervise: said)"

# Rubbish is named before anything is started, and while it waits.
svc -Wd -d web
rubbish() {
    exits 1 supervise -n web >found
    same "$1" "$(cat found)"
    svstat -v web | grep -qxF "    $1" || fail "$(svstat -v web)"
    svc -u web
    eventually says "$1"
    svc -Wd -d web
}
echo 'tcp localhost 80' >web/listen
rubbish 'listen: line 1: no numeric address'
{ echo 'tcp 127.0.0.1 80' && head -c 5000 /dev/zero; } >web/listen
rubbish 'listen: more than 4095 bytes'
echo 2 >web/workers
echo 'unix ./socket' >web/listen
rubbish 'listen: line 1: workers cannot share a unix socket'
# It is read again while the service waits.
svc -u web
eventually is waiting
echo "tcp 127.0.0.1 $port" >web/listen
eventually is ready
eventually "$helpers/get" "$port" /
svc -Wd -d web
# Without run nobody would serve, and nothing is opened.
rm web/run web/workers
printf '#!/bin/sh\n:\n' >web/start
chmod 755 web/start
supervise -n web
svc -u web
eventually is started
no "$helpers/get" "$port" /
svc -dx web
finishes $supervise 0
