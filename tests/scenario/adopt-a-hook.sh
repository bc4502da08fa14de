# A start, finish or stop that runs when supervise is killed is not run a second time.

[ -e /proc/self/stat ] || skip 'needs /proc'
state() { sed -n "s/^$1 //p" web/supervise/state; }
is() { [ "$(state "$1")" = "$2" ]; }
service web <<'run'
exec sleep 1000
run
for hook in start finish stop; do
    printf '#!/bin/sh\necho %s >>order\nwhile [ ! -e go-%s ]; do sleep 0.05; done\n' $hook $hook >web/$hook
    chmod 755 web/$hook
done
echo 0 >web/timeout-finish
runs() { tail -n 1 web/order | grep -qx "$1"; }
killed() {
    eventually runs "$1"
    eventually is state "$2"
    kill -KILL $pid
    eventually no svok web
    background supervise web
    eventually svok web
    same "$2" "$(state state)"
    touch web/go-"$1"
}
background supervise web
killed start starting
eventually is state ready
svc -d web
killed finish finishing
killed stop finishing
eventually is state down
same 'start finish stop' "$(xargs <web/order)"
