# As process 1 svscan kills after five seconds what ignores TERM (unless the service has a
# patience of its own), and what keeps a logger's pipe open; a logger still reads all. QUIT is
# nothing. In the end nothing is left.

need_root
need unshare
need pgrep
unshare --pid --fork --mount-proc true 2>/dev/null || skip "needs namespaces"

service all/deaf <<'run'
trap '' TERM
echo ready
while :; do sleep 0.1; done
run
service all/patient <<'run'
trap 'sleep 6; echo patient; exit 0' TERM
echo ready
while :; do sleep 0.1; done
run
echo 20000 >all/patient/timeout-kill
service all/leaver <<'run'
sh -c 'trap "" TERM; setsid sleep 1000 & echo ready'
trap 'seq 1 20000; exit 0' TERM
while :; do sleep 0.1; done
run
for name in deaf patient leaver; do
    service all/$name/log <<'run'
exec cat >>lines
run
done
service all/stranger <<'run'
setsid sh -c 'trap "echo TERM >>trapped; sleep 1000" TERM; touch trapped; while :; do sleep 0.1; done' </dev/null >/dev/null 2>&1 &
exec sleep 1000
run
background unshare --pid --fork --mount-proc svscan all
outside=$pid
for name in deaf patient leaver; do eventually grep ready all/$name/log/lines; done
eventually test -e all/stranger/trapped
first=$(pgrep -P $outside -x svscan)
begun=$(now)
kill -QUIT $first
kill -TERM $first
finishes $outside 0
in_time $begun 18000
[ "$(took $begun)" -ge 9000 ] || fail "took only $(took $begun) ms"
same 20000 "$(tail -n 1 all/leaver/log/lines)"
same patient "$(tail -n 1 all/patient/log/lines)"
grep TERM all/stranger/trapped
