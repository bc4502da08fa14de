# finish and notify run for the process that was replaced, start and stop do not; control/t
# and control/d run for it as at a `d`.

service web <<'run'
echo run >>order
trap 'exit 7' TERM
echo >&3
while :; do sleep 0.02; done
run
mkdir web/control
for hook in start stop control/d; do printf '#!/bin/sh\necho %s >>order\n' $hook >web/$hook; done
printf '#!/bin/sh\necho "finish $*" >>order\n' >web/finish
printf '#!/bin/sh\necho "$*" >>notified\n' >web/notify
chmod 755 web/start web/stop web/finish web/notify web/control/d
echo 3 >web/notification-fd
state() { sed -n "s/^$1 //p" web/supervise/state; }
is() { [ "$(state "$1")" = "$2" ]; }
background supervise web
eventually is state ready
first=$(pid_of web)
svc -r -Wr -T 20 web
second=$(pid_of web)
# control/d runs beside everything else.
ordered() { [ "$(grep -v control web/order | xargs) $(grep -c control web/order)" = "$1" ]; }
eventually ordered "start run run finish 7 0 web $first 1"
wanted=$(printf 'run %s\n' "start $first 0" "start $second 0" "exit $first 7")
notified() { [ "$(grep '^run ' web/notified | sort)" = "$(echo "$wanted" | sort)" ]; }
eventually notified
# The death of one that was replaced, after less than a second, is no young one.
same "0 code 7" "$(state deaths-in-a-row) $(state last-exit)"
svc -dx web
finishes $pid 0
eventually ordered "start run run finish 7 0 web $first finish 7 0 web $second stop 2"
