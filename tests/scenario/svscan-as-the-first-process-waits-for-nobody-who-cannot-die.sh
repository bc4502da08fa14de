# As process 1 svscan kills who keeps the pipe of a logger open; a process that does not even die
# of KILL, as one that waits for a disk that is gone, does not hold it up.

need_root
need unshare
need pgrep
unshare --pid --fork --mount-proc true 2>/dev/null || skip 'needs namespaces'
freezer=/sys/fs/cgroup/freezer/lares.$$
mkdir $freezer 2>/dev/null || skip 'needs a freezer'
thaw() { [ ! -e $freezer/freezer.state ] || echo THAWED >$freezer/freezer.state; }
trap 'code=$?; thaw; (exit $code); clean_up' EXIT
[ -e $freezer/freezer.state ] || { rmdir $freezer; skip 'needs a freezer'; }

service all/web <<run
setsid sh -c 'echo 0 >$freezer/cgroup.procs; touch frozen; exec sleep 1000' &
exec sleep 1000
run
service all/web/log <<'run'
exec cat >/dev/null
run
background unshare --pid --fork --mount-proc sh -c 'exec svscan all'
outside=$pid
eventually test -e all/web/frozen
eventually up all/web/log
echo FROZEN >$freezer/freezer.state
eventually grep FROZEN $freezer/freezer.state
kill -TERM "$(pgrep -P $outside -x svscan)"
eventually no svok all/web
eventually no svok all/web/log
thaw
finishes $outside 0
eventually rmdir $freezer
