# finish is killed after timeout-finish milliseconds, and the service goes on.

service web <<'run'
exit 1
run
printf '#!/bin/sh\necho finish >>order\nexec sleep 1000\n' >web/finish
chmod 755 web/finish
echo 200 >web/timeout-finish
background supervise web
twice() { [ "$(wc -l <web/order)" -ge 2 ]; }
eventually twice
svc -dx web
finishes $pid 0
