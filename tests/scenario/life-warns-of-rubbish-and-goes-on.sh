# Settings that make no sense: a warning that names file and reason, and the default.

service web <<'run'
exec sleep 1000
run
echo abc >web/backoff
echo 99999 >web/notification-fd
echo FOO >web/down-signal
mkdir web/timeout-kill
truncate -s 1G web/timeout-finish
printf '#!/bin/sh\n' >web/finish
chmod 755 web/finish
exec 3>&2 2>errors
background supervise web
exec 2>&3
state() { sed -n "s/^$1 //p" web/supervise/state; }
is() { [ "$(state "$1")" = "$2" ]; }
eventually is state ready
svc -d web
eventually is state down
same 'signal 15' "$(state last-exit)"
warned() { grep -qxF "supervise: warning: unable to $1" errors || fail "no warning: $1"; }
warned 'use web/notification-fd: no number from 1 to 1023'
warned 'use web/down-signal: no signal'
warned 'read web/timeout-kill: is a directory'
warned 'use web/backoff: no number from 1 to 86400'
warned 'use web/timeout-finish: no number from 0 to 2147483647'
svc -u web
eventually is state ready
