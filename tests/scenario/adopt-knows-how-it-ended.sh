# How an adopted process ended is known at once, whatever keeps its parent from waiting for it.

[ "$(uname)" = Linux ] || skip 'needs to be told by the kernel'
service web <<'run'
trap 'exit 7' TERM
echo >>ready
while :; do sleep 0.02; done
run
parent=$PPID
background supervise web
eventually test -s web/ready
eventually up web
process=$(pid_of web)
kill -KILL $pid
eventually gone $pid
background supervise web
eventually svok web
same "$process" "$(pid_of web)"
# Whatever happens here, the parent goes on: it ends this scenario.
kill -STOP $parent
(sleep 30; kill -CONT $parent) &
kill "$process"
eventually another web "$process"
zombie=$(sed 's/.*) //' "/proc/$process/stat")
kill -CONT $parent
matches 'Z *' "$zombie"
same 'code 7' "$(sed -n 's/^last-exit //p' web/supervise/state)"
svc -dx web
finishes $pid 0
