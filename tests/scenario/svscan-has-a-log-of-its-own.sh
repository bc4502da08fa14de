# The second argument is a service that logs what svscan says and what services without a
# logger say. It starts first and is the last to leave.

service all/.log <<'run'
exec cat >>lines
run
service all/web <<'run'
echo output
echo error >&2
exec sleep 1000
run
ln -s nowhere all/dangling
background sh -c 'exec svscan all .log >own 2>&1'
for line in output error 'unable to stat dangling'; do eventually grep "$line" all/.log/lines; done
eventually up all/.log
kill -KILL "$(pid_of all/.log)"
service all/late <<'run'
trap 'echo last words; exit 0' TERM
echo ready
while :; do sleep 0.1; done
run
kill -HUP $pid
eventually grep ready all/.log/lines
kill -TERM $pid
finishes $pid 0
grep 'last words' all/.log/lines
no svok all/.log
same '' "$(cat own)"

exits_with_warning() { grep '^svscan: warning: unable to log to none: file does not exist$' messages; }
mkdir empty
background sh -c 'exec svscan empty none 2>messages'
eventually exits_with_warning
