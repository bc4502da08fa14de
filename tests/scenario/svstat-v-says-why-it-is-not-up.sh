# -v: each thing that keeps a service from running is caused here, and named.

need setsid
service web <<'run'
exec sleep 1000
run
chmod 644 web/run
said() { svstat -v "$1" | sed '1d; s/ [0-9]* seconds*\b/ N seconds/g; s/in a row, next start now/in a row, next start in N seconds/'; }
says() { said "$1" | grep -qFx "    $2"; }
explains() { eventually says "$1" "$2" || { said "$1" >&2; exit 1; }; }

# No supervise: never, no svscan, a mode, no run, no interpreter, a lock that is held.
explains web 'supervise/ is missing: no supervise ever ran here'
explains web 'no svscan has this directory'
explains web 'run: access denied (mode 0644)'
echo 2 >web/workers
explains web/worker/0 'supervise/ is missing: no supervise ever ran here'
no says web/worker/0 'supervise/: file does not exist'
rm web/workers
service old </dev/null
rm old/run
explains old 'run: file does not exist'
printf '#!/no/such/sh\n' >old/run
chmod 755 old/run
explains old 'run: its interpreter /no/such/sh: file does not exist'
mkdir old/supervise
touch old/supervise/lock
mkfifo old/supervise/ok
background flock old/supervise/lock sleep 1000
held() { no flock -n old/supervise/lock true; }
eventually held
if [ -s /proc/locks ]; then
    holder=$(svstat -v old | sed -n 's/^ *supervise.lock is held by pid //p')
    kill -0 "$holder"
fi

# A supervise that tries in vain.
background supervise web 2>/dev/null
web=$pid
says_next() { svstat -v web | grep -qE '^    run: access denied \(mode 0644\), next start (in 1 second|now)$'; }
eventually says_next

# One that keeps dying.
service dies <<'run'
kill -KILL $$
run
echo 60 >dies/backoff
background supervise dies
dies=$pid
again() { svstat -v dies | grep -qE '^    killed by signal 9 after 0\.[0-9]* seconds, [23] times in a row, next start in [1-5] seconds?$'; }
eventually again
history() { svstat -v dies | grep -qE '^    [23] starts, last killed by signal 9 after 0\.[0-9]* seconds with '; }
eventually history

# One that is not ready, by descriptor and by check.
service slow <<'run'
exec sleep 1000
run
echo 3 >slow/notification-fd
background supervise slow
slow=$pid
explains slow 'not ready: waits for a newline on descriptor 3 since N seconds'
rm slow/notification-fd
printf '#!/bin/sh\nexit 7\n' >slow/check
chmod 755 slow/check
exits 0 svc -tWu -T 20 slow
explains slow 'not ready: check fails (exited with code 7) since N seconds'
printf '#!/no/such/sh\n' >slow/check
explains slow 'not ready: check: its interpreter /no/such/sh: file does not exist since N seconds'
matches '*uses * % of a CPU, * KiB of memory, * descriptors, 1 thread' "$(svstat -v slow)"
svc -p slow
explains slow 'paused: svc -c continues it'
svc -c slow

svc -dx web dies slow
finishes $web 0
finishes $dies 0
finishes $slow 0
