# supervise is killed: the next one takes up the process that lives, as up; no second copy;
# signals and commands reach it, its death is seen at once, how it ended too where the system
# tells, and it is started again.

[ -e /proc/self/stat ] || skip 'needs /proc'
service web <<'run'
echo start >>starts
trap 'echo HUP >>got' HUP
trap 'exit 7' TERM
touch ready
while :; do sleep 0.05; done
run
background supervise web
state() { sed -n "s/^$1 //p" web/supervise/state; }
is() { [ "$(state "$1")" = "$2" ]; }
eventually test -e web/ready
eventually is state ready
process=$(pid_of web)
since=$(state since)
kill -KILL $pid
eventually no svok web
background supervise web
eventually svok web
same "$process" "$(pid_of web)"
matches "web: up (pid $process) * seconds" "$(svstat web)"
same "$since ready" "$(state since) $(state state)"
svc -h web
eventually grep -qx HUP web/got
same start "$(cat web/starts)"
# It is no child of this supervise, and its death is seen all the same.
kill -TERM "$process"
eventually another web "$process"
case "$(state last-exit)" in
'code 7' | unknown) ;;
*) fail "last-exit $(state last-exit)" ;;
esac
same 'start start' "$(xargs <web/starts)"
# Again, and this time it is told down.
process=$(pid_of web)
kill -KILL $pid
eventually no svok web
background supervise web
eventually svok web
same "$process" "$(pid_of web)"
svc -dx web
finishes $pid 0
gone "$process"
