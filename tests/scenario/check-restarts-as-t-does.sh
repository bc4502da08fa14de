# A service that fails its checks is ended like by t: control/t is asked, TERM is sent whatever
# down-signal says, and KILL follows after timeout-kill.

service web <<'run'
trap 'echo TERM >>heard' TERM
trap 'echo INT >>heard' INT
while :; do sleep 0.1; done
run
mkdir web/control
printf '#!/bin/sh\necho t >>heard\nexit 1\n' >web/control/t
printf '#!/bin/sh\ntest ! -e bad\n' >web/check
chmod 755 web/control/t web/check
echo INT >web/down-signal
echo 1 >web/check-interval
echo 1 >web/check-failures
echo 5000 >web/timeout-kill
background supervise web
state() { sed -n "s/^$1 //p" web/supervise/state; }
is() { [ "$(state "$1")" = "$2" ]; }
exits 0 svc -Wr -T 20 web
first=$(pid_of web)
touch web/bad
eventually is state stopping
kill -STOP $pid # so that it stays so
same 'check failed 1 time: restarted' "$(state reason)"
same 15 "$(state stop-signal)"
same up "$(state want)"
svstat -v web >said
grep -q '^    stopping: control/t run for TERM .* ago, KILL ' said
grep -qx '    check failed 1 time: restarted' said
rm web/bad
kill -CONT $pid
eventually another web "$first"
same 'signal 9' "$(state last-exit)"
same 't TERM' "$(xargs <web/heard)"

# The next command forgets the reason.
svc -u web
eventually is reason none

# One that was wanted once is not started again.
exits 0 svc -Wr -T 20 web
svc -o web
eventually is want once
touch web/bad
eventually is state down
same 'check failed 1 time: ended' "$(state reason)"
svc -x web
finishes $pid 0
