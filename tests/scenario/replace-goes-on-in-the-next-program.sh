# svc -e in the midst of a replacement keeps everything: who gets ready and how long it may
# take, who is to end, and whose finish runs.

service web <<'run'
trap '[ -e stay ] || exit 0' TERM
while [ -e wait ]; do sleep 0.02; done
echo >&3
while :; do sleep 0.02; done
run
echo 3 >web/notification-fd
echo 60000 >web/timeout-ready
printf '#!/bin/sh\necho "$*" >>finished\nwhile [ -e linger ]; do sleep 0.02; done\n' >web/finish
chmod 755 web/finish
state() { sed -n "s/^$1 //p" web/supervise/state; }
is() { [ "$(state "$1")" = "$2" ]; }
hands_over() { no is new-ready 0; }
new() { [ "$(state new-pid)" -gt 0 ]; }
again() {
    rm web/supervise/state
    svc -e web
    eventually test -e web/supervise/state
}
background supervise web
eventually is state ready
process=$(pid_of web)
touch web/wait web/stay web/linger
svc -r web
eventually new
next=$(state new-pid) birth=$(state new-birth) until_=$(state new-until)
again
same "$next $birth" "$(state new-pid) $(state new-birth)"
matches "${until_%.*}.*" "$(state new-until)"
rm web/wait
eventually hands_over
again
same "$process $next ready" "$(pid_of web) $(state new-pid) $(state state)"
rm web/stay
kill -TERM "$process"
eventually is pid "$next"
same "ready 2" "$(state state) $(state starts)"
again
same "0 0 web $process" "$(cat web/finished)"
# finish still runs for the first one: its name is not given away.
exits 102 svc -r -Wr -T 20 web 2>said
same 'svc: warning: web: not replaced: finish still runs for the process before' "$(cat said)"
rm web/linger
replaced() { svc -r -Wr -T 20 web 2>/dev/null; }
eventually replaced
same 3 "$(state starts)"
# One that is not ready in time is given up by the next program as well.
echo 1500 >web/timeout-ready
touch web/wait
process=$(pid_of web)
svc -r web
eventually new
again
eventually is reason 'replacement was not ready in 1500 milliseconds: the old process stays'
same "$process" "$(pid_of web)"
