# A supervise that was adopted a moment ago and is killed has lived longer than that: the next
# one is there before a second is over.

need strace
strace -o /dev/null true 2>/dev/null || skip 'may not trace'
service all/web <<'run'
exec sleep 1000
run
background svscan all
eventually up all/web
service=$(pid_of all/web)
supervise() { sed -n 's/^supervise //p' all/web/supervise/state; }
old=$(supervise)
kill -KILL $pid
eventually gone $pid
background strace -qq -o trace -e trace=openat,open svscan all
adopted() { grep -q 'web/supervise/ok.*O_WRONLY.* = [0-9]' trace; }
eventually adopted
then=$(now)
kill -KILL $old
other() { now=$(supervise); [ "$now" != $old ] && alive $now; }
eventually other
in_time $then 700 'the next one'
same $service "$(pid_of all/web)"
