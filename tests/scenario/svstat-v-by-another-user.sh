# -v of somebody who may look, but not execute: what only he may not do is no obstacle.

need_root
need setpriv
service web <<'run'
exit 7
run
touch web/backoff
echo 5 >web/backoff
background supervise web
web=$pid
eventually test -p web/supervise/ok
chmod 700 web/run
chmod 755 web/supervise
chmod 666 web/supervise/ok
says() { as_nobody svstat -v web | grep -q "^    $1"; }
eventually says 'exited with code 7 after .*, next start '
no says 'run: '
printf '#!/bin/sh\nexec sleep 1000\n' >web/run
printf '#!/bin/sh\nexit 9\n' >web/check
chmod 700 web/check
svc -u web
eventually says 'not ready: check fails (exited with code 9) since '

# What has really failed is named.
chmod 600 web/run
svc -k web
eventually says 'run: access denied (mode 0600), next start '
svc -dx web
finishes $web 0
