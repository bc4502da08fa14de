# svscan is fit to be process 1 of a container: it starts the services of the example, reaps
# what they leave behind, and on TERM ends only after each logger has read its pipe to the
# end.

need_root
need unshare
need pgrep
unshare --pid --fork --mount-proc true 2>/dev/null || skip "needs namespaces"

cp -R "$top/svscan/container/service" scan
mkdir scan/orphans scan/orphans/log
service scan/orphans <<'run'
# The shell between dies at once; its child is nobody's then.
trap 'seq 1 20000; exit 0' TERM
while :; do sh -c 'sleep 0.1 & echo $! >orphan'; sleep 0.2; done
run
service scan/orphans/log <<'run'
exec multilog n50 ./main
run

background unshare --pid --fork --mount-proc svscan scan
outside=$pid
first() { pgrep -P $outside -x svscan; }
eventually first
first=$(first)
same 1 "$(sed -n 's/^NSpid:.*\t//p' /proc/$first/status)"

eventually grep -q 'hello 2$' scan/hello/log/main/current
eventually test -s scan/orphans/orphan
# Orphans come and go for a while; those that were not reaped would be seen.
many() { [ "$(cat scan/orphans/orphan)" -gt $((${begin:=$(cat scan/orphans/orphan)} + 20)) ]; }
eventually many
none_unreaped() { no pgrep -P $first -r Z; }
eventually none_unreaped

kill -TERM $first
finishes $outside 0
same 20000 "$(cat scan/orphans/log/main/current | tail -n 1)"
matches '*bye after *' "$(tail -n 1 scan/hello/log/main/current)"
for log in scan/*/log; do [ -x $log/main/current ] || fail "$log was not closed"; done
