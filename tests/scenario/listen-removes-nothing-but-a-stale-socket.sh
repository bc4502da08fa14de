# In place of a unix socket: one that nobody answers on is removed; one that somebody answers
# on, a file and a link are left alone, and the service waits. What another has put in the
# place of ours is left alone, too, when the service goes down.

mkdir web
printf '#!/bin/sh\nexec "%s"\n' "$helpers/serve" >web/run
chmod 755 web/run
echo 'unix ../there' >web/listen
state() { sed -n "s/^$1 //p" web/supervise/state; }
says() { [ "$(state state), $(state reason)" = "waiting, listen: line 1: unix ../there: $1" ]; }
service other <<run
exec "$helpers/serve"
run
echo 'unix ../there' >other/listen
background supervise other
eventually "$helpers/get" ./there /
svc -Wr -T 20 other

background supervise web
supervise=$pid
eventually says 'address already used'
"$helpers/get" ./there / >/dev/null
# Stale: its supervise and its service are dead.
process=$(pid_of other)
kill -KILL "$(sed -n 's/^supervise //p' other/supervise/state)" "$process"
eventually "$helpers/get" ./there /
svc -Wr -T 20 web
same "$(pid_of web)" "$("$helpers/get" ./there / | tail -n 1)"

svc -Wd -d web
no test -e there
echo mine >there
svc -u web
eventually says 'file already exists'
same mine "$(cat there)"
rm there
ln -s nowhere there
eventually says 'file already exists'
same nowhere "$(readlink there)"
rm there
eventually "$helpers/get" ./there /

rm there
echo mine >there
svc -dx web
finishes $supervise 0
same mine "$(cat there)"
