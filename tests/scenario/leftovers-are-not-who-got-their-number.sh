# What a service left behind is over, and a stranger gets the number of its group: no signal
# of ours reaches it, whatever dies and is counted afterwards.

need_root
need unshare
need setsid
unshare -p --fork --mount-proc sh -c '[ -w /proc/sys/kernel/ns_last_pid ]' 2>/dev/null ||
    skip 'may not choose a pid'
cat >inside <<'inside'
. "$top/tests/lib.sh"
service web <<'run'
sleep 1000 &
echo $! >child.$$
exec sleep 1000
run
touch web/notify
state() { sed -n "s/^$1 //p" web/supervise/state; }
is() { [ "$(state "$1")" = "$2" ]; }
begun() { up web && number=$(pid_of web) && [ "$number" != $1 ] && test -s web/child.$number; }
background supervise web
eventually begun 0
first=$(pid_of web)
svc -t web
eventually begun $first
second=$(pid_of web)
eventually is groups $first
kill -KILL "$(cat web/child.$first)"
eventually no alive "$(cat web/child.$first)"
echo $((first - 1)) >/proc/sys/kernel/ns_last_pid
setsid sh -c 'sleep 1000 & echo $! $$ >stranger'
read -r stranger group <stranger
[ $group = $first ] || skip 'did not get the number'
# At this death all are counted anew.
svc -t web
eventually begun $second
eventually is groups $second
printf +k >web/supervise/control
eventually no alive "$(cat web/child.$second)"
kill -0 $stranger
kill $stranger
inside
export top programs
unshare -p --fork --mount-proc sh -eu inside
