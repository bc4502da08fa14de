# Where the first process never waits for its children, what was killed of a group stays in it
# as a zombie: it is no reason to wait, nor to warn that it could not be ended.

need_root
need unshare
need pgrep
unshare --pid --fork --mount-proc true 2>/dev/null || skip 'needs namespaces'
service web <<'run'
sh -c 'trap "" TERM; touch child; while :; do sleep 0.1; done' &
echo start >>starts
exec sleep 1000
run
touch web/kill-group
twice() { [ "$(wc -l <web/starts)" -eq 2 ]; }
# Where a process needs a second to die of KILL, it is rightly warned of.
for try in 1 2 3; do
    rm -rf web/supervise web/child web/starts
    background unshare --pid --fork --mount-proc sh -c 'supervise web 2>said & exec sleep 1000'
    eventually test -e web/child
    eventually up web
    eventually grep -qx 'state ready' web/supervise/state
    svc -k web
    eventually twice
    first=$(pgrep -P $pid)
    kill -KILL "$first"
    eventually has_ended $pid
    [ -s said ] || break
done
same '' "$(cat said)"
