# The logger of a service that is left reads to the end; a leftover that keeps the pipe open
# and says nothing for five seconds does not keep supervise.

service web <<'run'
sleep 1000 &
echo line
exec sleep 1000
run
printf '#!/bin/sh\nexec cat >>../logged\n' >web/log
chmod 755 web/log
background supervise web
eventually grep -qx line logged
svc -dx web
finishes $pid 0
