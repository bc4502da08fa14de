# Deadlines, hooks and the logger survive the change of program.

service web <<'run'
trap '' TERM
touch ready
while :; do sleep 0.05; done
run
printf '#!/bin/sh\nexec cat >>../logged\n' >web/log
printf '#!/bin/sh\necho finish >>../order\nwhile [ ! -e ../go ]; do sleep 0.05; done\n' >web/finish
chmod 755 web/log web/finish
echo 1500 >web/timeout-kill
echo 0 >web/timeout-finish
state() { sed -n "s/^$1 //p" web/supervise/state; }
is() { [ "$(state "$1")" = "$2" ]; }
background supervise web
eventually test -e web/ready
eventually is log-state ready
logger=$(state log-pid)
svc -d web
printf e >web/supervise/control
eventually is state finishing
same 'signal 9' "$(state last-exit)"
printf e >web/supervise/control
same finishing "$(state state)"
touch go
eventually is state down
same finish "$(cat order)"
same "$logger" "$(state log-pid)"

# One that waits for its next start goes on waiting.
service young <<'run'
echo start >>starts
run
echo 60 >young/backoff
background supervise young
thrice() { [ "$(sed -n 's/^state //p; s/^deaths-in-a-row //p' young/supervise/state | xargs)" = 'waiting 3' ]; }
eventually thrice
before=$(sed -n 's/^next-start //p' young/supervise/state)
rm young/supervise/state
printf e >young/supervise/control
eventually test -e young/supervise/state
same "waiting ${before%.*}" "$(sed -n 's/^state //p' young/supervise/state) $(sed -n 's/^next-start \(.*\)\..*/\1/p' young/supervise/state)"
svc -dx young
finishes $pid 0
