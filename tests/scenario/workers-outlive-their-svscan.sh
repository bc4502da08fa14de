# svscan is killed: its workers go on, and the next svscan takes them as its own; those that
# are not wanted by then are ended. At USR1 it becomes itself anew without touching them.

service all/web <<'run'
echo "worker $1 runs"
exec sleep 1000
run
service all/web/log <<'run'
exec cat >>lines
run
service all/bare <<'run'
exec sleep 1000
run
echo 3 >all/web/workers
background svscan all
for n in 0 1 2; do eventually up all/web/worker/$n; done
eventually up all/bare
eventually up all/web/log
pids_of() { for n in "$@"; do pid_of all/web/worker/$n; done | xargs; }
before=$(pids_of 0 1 2)

kill -USR1 $pid
svc -t -Wr all/web/log
echo 4 >all/web/workers
kill -HUP $pid
eventually up all/web/worker/3
same "$before" "$(pids_of 0 1 2)"

# Even one whose supervise is killed as well.
orphan=$(pid_of all/web/worker/3)
kill -KILL $pid $(sed -n 's/^supervise //p' all/web/worker/3/supervise/state)
eventually gone $pid
eventually no svok all/web/worker/3
alive $orphan
echo 2 >all/web/workers
echo 1 >all/bare/workers
background svscan all
eventually no alive $orphan
for n in 2 3; do eventually no svok all/web/worker/$n; done
eventually up all/bare/worker/0
down all/bare
same "${before% *}" "$(pids_of 0 1)"

# An adopted worker is known: one whose supervise is killed gets another.
supervise=$(sed -n 's/^supervise //p' all/web/worker/1/supervise/state)
kill -KILL $supervise
follows() { no grep -qx "supervise $supervise" all/web/worker/1/supervise/state; }
eventually follows
eventually svok all/web/worker/1
same "${before% *}" "$(pids_of 0 1)"

# Adopted once more, and then the end: all leave, the logger last.
kill -USR1 $pid
kill -TERM $pid
finishes $pid 0
for dir in all/web/worker/0 all/web/worker/1 all/bare/worker/0 all/web/log; do no svok $dir; done
same 4 "$(grep -c runs all/web/log/lines)"
