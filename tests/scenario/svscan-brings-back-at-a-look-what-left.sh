# A supervise that left after svc -x, its directory still there, comes back at the next look.

service all/web <<'run'
echo start >>starts
exec sleep 1000
run
background svscan all
eventually up all/web
old=$(pid_of all/web)
svc -dx all/web
eventually no svok all/web
eventually gone $old
kill -HUP $pid
eventually svok all/web
eventually up all/web
twice() { [ "$(wc -l <all/web/starts)" = 2 ]; }
eventually twice
