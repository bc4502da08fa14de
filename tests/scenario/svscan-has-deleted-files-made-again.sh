# Files of supervise/ are deleted under its feet, or all of it: after HUP to svscan control is
# back, and nothing was restarted.

service all/web <<'run'
echo start >>starts
exec sleep 1000
run
service all/web/log <<'run'
exec cat
run
background svscan all
eventually up all/web
eventually up all/web/log
web=$(pid_of all/web) logger=$(pid_of all/web/log)
supervises=$(ps -o pid= --ppid $pid | sort)
rm all/web/supervise/control all/web/supervise/ok all/web/supervise/status
rm -r all/web/log/supervise
no svok all/web
kill -HUP $pid
eventually svok all/web
eventually svok all/web/log
eventually up all/web
eventually up all/web/log
same "$web $logger" "$(pid_of all/web) $(pid_of all/web/log)"
same "$supervises" "$(ps -o pid= --ppid $pid | sort)"
svc -t all/web
eventually another all/web $web
