# With a file `workers` svscan keeps so many supervises of one service, which all write to
# its one logger. A changed number takes effect at HUP without touching the others.

service all/web <<'run'
echo "worker $1 runs"
exec sleep 1000
run
service all/web/log <<'run'
exec cat >>lines
run
echo 3 >all/web/workers
background svscan all
for n in 0 1 2; do eventually up all/web/worker/$n; done
test ! -e all/web/supervise/ok
line() { eventually grep -qx "worker $1 runs" all/web/log/lines; }
for n in 0 1 2; do line $n; done
pids_of() { for n in "$@"; do pid_of all/web/worker/$n; done | xargs; }
before=$(pids_of 0 1 2)

# More, and fewer.
echo 5 >all/web/workers
kill -HUP $pid
eventually up all/web/worker/4
same "$before" "$(pids_of 0 1 2)"
line 4
echo 2 >all/web/workers
kill -HUP $pid
for n in 2 3 4; do eventually no svok all/web/worker/$n; done
same "${before% *}" "$(pids_of 0 1)"

# A supervise that is killed is followed, and so is a service that dies.
supervise_of() { ps -o pid=,args= --ppid $pid | sed -n "s| supervise web/worker/$1\$||p" | tr -d ' '; }
kill -KILL "$(supervise_of 1)"
has_supervise() { [ -n "$(supervise_of $1)" ]; }
eventually has_supervise 1
eventually svok all/web/worker/1
same "${before% *}" "$(pids_of 0 1)"
kill -KILL "$(pid_of all/web/worker/0)"
eventually another all/web/worker/0 "${before%% *}"

# One leaves by `x`, and is brought back at the next look.
svc -dx -Wd all/web/worker/1
eventually no svok all/web/worker/1
kill -HUP $pid
eventually up all/web/worker/1

# All leave before the logger does, which reads everything.
printf '#!/bin/sh\necho "worker $WORKER stops"\n' >all/web/stop
chmod 755 all/web/stop
kill -TERM $pid
finishes $pid 0
for n in 0 1; do grep -qx "worker $n stops" all/web/log/lines; done
for n in 0 1; do no svok all/web/worker/$n; done
no svok all/web/log
