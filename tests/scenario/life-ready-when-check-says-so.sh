# check runs once a second until it exits 0; one that hangs does not keep the others waiting.

service web <<'run'
exec sleep 1000
run
printf '#!/bin/sh\necho try >>tries\ntest -e go\n' >web/check
chmod 755 web/check
begun=$(now)
background supervise web
state() { sed -n "s/^$1 //p" web/supervise/state; }
is() { [ "$(state "$1")" = "$2" ]; }
eventually is last-check 'code 1'
same up "$(state state)"
same check "$(state ready-by)"
touch web/go
eventually is state ready
same 'code 0' "$(state last-check)"
[ "$(wc -l <web/tries)" -le $(($(took $begun) / 1000 + 2)) ] || fail 'more often than once a second'
