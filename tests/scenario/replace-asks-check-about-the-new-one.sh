# Where check decides, it is asked about the new process, which it is told in SERVICE_PID, and
# the old one stays as long as it says no.

service web <<'run'
touch is-$$
exec sleep 1000
run
printf '#!/bin/sh\necho "$SERVICE_PID" >>asked\ntest -e is-$SERVICE_PID && [ ! -e no ]\n' >web/check
chmod 755 web/check
state() { sed -n "s/^$1 //p" web/supervise/state; }
is() { [ "$(state "$1")" = "$2" ]; }
background supervise web
eventually is state ready
process=$(pid_of web)
touch web/no
svc -r web
new() { [ "$(state new-pid)" -gt 0 ]; }
eventually new
next=$(state new-pid)
eventually grep -qx "$next" web/asked
same "$process ready" "$(pid_of web) $(state state)"
rm web/no
svc -r -Wr -T 20 web
same "$next ready check" "$(pid_of web) $(state state) $(state ready-by)"
gone "$process"
