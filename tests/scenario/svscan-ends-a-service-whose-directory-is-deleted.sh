# Nothing is left of the directory, control included: the service and its logger end.

service all/web <<'run'
exec sleep 1000
run
service all/web/log <<'run'
exec cat
run
background svscan all
eventually up all/web
eventually up all/web/log
service=$(pid_of all/web)
logger=$(pid_of all/web/log)
supervises=$(ps -o pid= --ppid $pid)
rm -rf all/web
kill -HUP $pid
for one in $service $logger $supervises; do eventually gone $one; done
kill -0 $pid
