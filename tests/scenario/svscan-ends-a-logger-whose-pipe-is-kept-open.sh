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
begun=$(date +%s)
kill -TERM $pid
finishes $pid 0
took=$(($(date +%s) - begun))
[ $took -ge 4 ] || fail "the logger was ended after $took s"
[ $took -le 9 ] || fail "the logger was waited for: $took s"
kill "$(cat all/web/left)"
