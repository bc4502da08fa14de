# QUIT: svscan leaves at once, services and loggers go on and keep their pipe. Signals that
# mean nothing to it do nothing, those which the C library keeps to itself included.

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
for other in ALRM CONT PIPE TSTP USR2 VTALRM; do kill -$other $pid; done
[ "$(uname)" != Linux ] || for other in 32 33 34 35 64; do kill -$other $pid; done
eventually up all/web
first=$(pid_of all/web)
kill -QUIT $pid
finishes $pid 0
same $first "$(pid_of all/web)"
eventually svok all/web/log
echo go >go
eventually grep went all/web/log/lines
svc -dx all/web all/web/log
eventually no svok all/web/log
