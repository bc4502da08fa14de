# start before the first run, finish after each death, stop after the last; notify on each
# start and death. finish hears the exit code, the signal, the name and the process group.

service web <<'run'
echo run >>order
test -e code && exit "$(cat code)"
exec sleep 1000
run
for hook in start stop; do
    printf '#!/bin/sh\necho %s >>order\n' $hook >web/$hook
done
printf '#!/bin/sh\necho "finish $*" >>order\n' >web/finish
printf '#!/bin/sh\necho "$*" >>notified\n' >web/notify
chmod 755 web/start web/stop web/finish web/notify
touch web/down
background supervise web
eventually svok web
state() { sed -n "s/^$1 //p" web/supervise/state; }
is() { [ "$(state "$1")" = "$2" ]; }
svc -u web
eventually is state ready
first=$(pid_of web)
kill -KILL "$first"
eventually another web "$first"
second=$(pid_of web)
svc -d web
eventually is state down
same "start run finish 256 9 web $first run finish 256 15 web $second stop" \
    "$(xargs <web/order)"
wanted=$(printf 'run %s\n' "start $first 0" "killed $first 9" "start $second 0" "killed $second 15")
# notify runs beside everything else.
notified() {
    [ "$(echo "$wanted" | sort)" = "$(grep '^run ' web/notified | sort)" ] || return 1
    for hook in start stop; do
        [ 'start exit' = "$(grep "^$hook " web/notified | sort -k2,2r | cut -d' ' -f2 | xargs)" ] || return 1
    done
}
eventually notified
rm web/order
echo 3 >web/code
svc -o web
eventually is last-exit 'code 3'
eventually is state down
matches 'start run finish 3 0 web * stop' "$(xargs <web/order)"
svc -dx web
finishes $pid 0
