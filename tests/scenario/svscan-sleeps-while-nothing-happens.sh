# An idle tree makes no wakeups, links or not.

[ "$(uname)" = Linux ] || skip "needs inotify"
service elsewhere/b <<'run'
exec sleep 1000
run
service all/a <<'run'
exec sleep 1000
run
ln -s ../elsewhere/b all/b
background svscan all
eventually up all/a
eventually up all/b
wakeups() { cat /proc/$pid/status | grep voluntary_ctxt | tr -dc '0-9 \n' | tr '\n' ' '; }
quiet_for 5.5 wakeups
