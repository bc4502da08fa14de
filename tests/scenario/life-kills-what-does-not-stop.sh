# timeout-kill milliseconds after the signal of a `d` comes KILL; down-signal replaces TERM.

service web <<'run'
trap 'echo TERM >>got' TERM
trap 'echo INT >>got' INT
touch ready
while :; do sleep 0.05; done
run
echo 1500 >web/timeout-kill
echo SIGINT >web/down-signal
background supervise web
state() { sed -n "s/^$1 //p" web/supervise/state; }
is() { [ "$(state "$1")" = "$2" ]; }
eventually test -e web/ready
svc -d web
eventually is state down
same INT "$(cat web/got)"
same 'signal 9' "$(state last-exit)"
