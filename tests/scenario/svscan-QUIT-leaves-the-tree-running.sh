# QUIT: svscan leaves at once, services and loggers go on and keep their pipe.

service all/web <<'run'
echo ready
read -r go <../../go
echo went
exec sleep 1000
run
service all/web/log <<'run'
exec cat >>lines
run
mkfifo go
background svscan all
eventually grep ready all/web/log/lines
kill -QUIT $pid
finishes $pid 0
eventually up all/web
eventually svok all/web/log
echo go >go
eventually grep went all/web/log/lines
svc -dx all/web all/web/log
eventually no svok all/web/log
