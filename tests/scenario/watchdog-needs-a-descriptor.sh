# watchdog without notification-fd, check-interval without check, and rubbish in any of the
# settings of checks: a warning that names file and reason, and the service runs.

service web <<'run'
exec sleep 1000
run
echo 5 >web/watchdog
echo 5 >web/check-interval
background sh -c 'exec supervise web 2>said'
eventually up web
svc -dx web
finishes $pid 0
cat >wanted <<'end'
supervise: warning: unable to use web/check-interval: there is no check
supervise: warning: unable to use web/watchdog: there is no notification-fd
end
diff wanted said

printf '#!/bin/sh\n' >web/check
chmod 755 web/check
echo 0 >web/check-interval
echo many >web/check-failures
echo 0 >web/timeout-check
rm web/watchdog
mkdir web/watchdog
background sh -c 'exec supervise web 2>said'
exits 0 svc -Wr -T 20 web
svc -dx web
finishes $pid 0
cat >wanted <<'end'
supervise: warning: unable to use web/check-interval: no number from 1 to 86400
supervise: warning: unable to use web/timeout-check: no number from 1 to 2147483647
supervise: warning: unable to use web/check-failures: no number from 1 to 1000
supervise: warning: unable to read web/watchdog: is a directory
end
sort -u said >got
sort wanted | diff - got
