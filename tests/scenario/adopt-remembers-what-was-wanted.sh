# A supervise that is killed while its service is on its way down does not bring it up again.

[ -e /proc/self/stat ] || skip 'needs /proc'
service web <<'run'
trap '' TERM
touch ready
while :; do sleep 0.05; done
run
touch web/notify
background supervise web
eventually test -e web/ready
svc -d web
state() { sed -n "s/^$1 //p" web/supervise/state; }
is() { [ "$(state "$1")" = "$2" ]; }
eventually is state stopping
kill -KILL $pid
eventually no svok web
background supervise web
eventually svok web
same 'stopping down' "$(state state) $(state want)"
svc -k web
eventually is state down
