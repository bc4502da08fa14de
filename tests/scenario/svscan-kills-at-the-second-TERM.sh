# A service that does not obey is waited for, until a second TERM has it killed.

service all/deaf <<'run'
trap '' TERM
echo ready
while :; do sleep 0.1; done
run
service all/deaf/log <<'run'
exec cat >>lines
run
background svscan all
eventually grep ready all/deaf/log/lines
eventually up all/deaf
deaf=$(pid_of all/deaf)
kill -TERM $pid
wants_down() { svstat all/deaf | grep 'want down'; }
eventually wants_down
kill -TERM $pid
finishes $pid 0
gone $deaf
no svok all/deaf/log
