# With a file `essential` the end of one worker for good ends svscan with its code; that one is
# told to leave because it is not wanted any more does not.

service all/web <<'run'
trap 'exit 3' TERM
[ ! -e fail.$1 ] || exit 7
while :; do sleep 0.05; done
run
service all/other <<'run'
exec sleep 1000
run
touch all/web/essential all/web/no-setsid
printf '#!/bin/sh\n[ "$1" != 7 ] || exit 125\n' >all/web/finish
chmod 755 all/web/finish
echo 3 >all/web/workers
background sh -c 'exec svscan all 2>messages'
for n in 0 1 2; do eventually up all/web/worker/$n; done
echo 2 >all/web/workers
kill -HUP $pid
eventually no svok all/web/worker/2
svc -t -Wr all/web/worker/0
kill -0 $pid
kill -USR1 $pid
# The new program waits for nobody who is not to come.
wakeups() { grep ^voluntary_ctxt "/proc/$pid/status"; }
sleeps() { before=$(wakeups); sleep 0.3; [ "$before" = "$(wakeups)" ]; }
[ ! -r /proc/self/status ] || eventually sleeps
touch all/web/fail.1
svc -t all/web/worker/1
finishes $pid 7
for dir in all/web/worker/0 all/web/worker/1 all/other; do no svok $dir; done
same 'svscan: warning: web is essential and has ended; so does all else' "$(cat messages)"
