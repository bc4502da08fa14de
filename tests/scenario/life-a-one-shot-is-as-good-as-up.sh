# start without run: state `started`; stop undoes it at a `d`.

mkdir web
printf '#!/bin/sh\necho start >>order\n' >web/start
printf '#!/bin/sh\necho stop >>order\n' >web/stop
chmod 755 web/start web/stop
background supervise web
state() { sed -n "s/^$1 //p" web/supervise/state; }
is() { [ "$(state "$1")" = "$2" ]; }
eventually is state started
same up "$(state want)"
matches 'web: down * seconds, normally up' "$(svstat web)"
svc -d web
eventually is state down
same 'start stop' "$(xargs <web/order)"
svc -u web
eventually is state started
same 'start stop start' "$(xargs <web/order)"
svc -dx web
finishes $pid 0
same 'start stop start stop' "$(xargs <web/order)"
