# A service that waits because there is no pipe for its file `log` goes on waiting in the next
# program, and is started, with its logger, once there can be one.

[ -e /proc/self/exe ] || skip 'needs /proc'
mkdir bin
cp "$programs/supervise" bin/supervise
PATH=$PWD/bin:$PATH
service web <<'run'
echo started
touch ../started
exec sleep 1000
run
printf '#!/bin/sh\nexec cat >>../logged\n' >web/log
chmod 755 web/log
mkdir -p web/supervise/pipe
background sh -c 'exec supervise web 2>said'
eventually grep -q 'unable to create pipe for web: ' said
eventually svok web
cp "$programs/supervise" bin/new
mv bin/new bin/supervise
svc -e web
became() { [ "$(readlink /proc/$pid/exe)" = "$PWD/bin/supervise" ]; }
eventually became
warned_again() { [ "$(grep -c 'unable to create pipe for web: ' said)" -ge 2 ]; }
eventually warned_again
down web
# Longer than it waits between two attempts.
began=$(now)
later() { [ "$(took "$began")" -gt 1200 ]; }
eventually later
no test -e started
down web
rmdir web/supervise/pipe
eventually up web
eventually grep -qx started logged
svc -dx web
finishes $pid 0
