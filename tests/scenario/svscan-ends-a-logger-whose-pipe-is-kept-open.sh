# A process that the service left behind keeps the pipe open. When the pipe has been empty for
# five seconds, the logger is not waited for any longer.

service all/web <<'run'
setsid sleep 1000 &
echo $! >left
exec sleep 1000
run
service all/web/log <<'run'
exec cat >lines
run
background svscan all
eventually test -s all/web/left
eventually up all/web/log
begun=$(now)
kill -TERM $pid
finishes $pid 0
in_time $begun 9000 'the end of the logger'
[ "$(took $begun)" -ge 4500 ] || fail "the logger was ended after $(took $begun) ms"
kill "$(cat all/web/left)"
