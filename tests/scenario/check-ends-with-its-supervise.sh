# A check that is under way when supervise leaves is ended with all that it has started.

service web <<'run'
exec sleep 1000
run
printf '#!/bin/sh\nsleep 1000 &\necho $$ $! >../checks\nwait\n' >web/check
chmod 755 web/check
echo 60000 >web/timeout-check
background supervise web
eventually test -s checks
svc -dx web
finishes $pid 0
for one in $(cat checks); do eventually no alive "$one"; done
