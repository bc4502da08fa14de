# The pipe between a service and its logger outlives either side's supervise, and what is in it.

service all/web <<'run'
read -r to <../../to || to=0
read -r from <../../from || from=1
while [ $from -le $to ]; do echo $from; from=$((from + 1)); done
echo $from >../../from
exec sleep 1000
run
service all/web/log <<'run'
exec cat >>lines
run
lines() { [ "$(cat all/web/log/lines 2>/dev/null | wc -l)" = "$1" ]; }
supervise_of() { ps -o pid=,args= --ppid $pid | sed -n "s| supervise $1\$||p" | tr -d ' '; }
write_to() { echo $1 >to; svc -t all/web; }
echo 1 >from; echo 0 >to
background svscan all
eventually up all/web
eventually up all/web/log
write_to 100
eventually lines 100
eventually grep 101 from

# The logger's supervise dies while lines are in the pipe and no logger reads them.
svc -d all/web/log
eventually down all/web/log
write_to 200
eventually grep 201 from
kill -KILL "$(supervise_of web/log)"
eventually lines 200

# The service and its supervise die after lines have gone into the pipe.
svc -d all/web/log
eventually down all/web/log
write_to 300
eventually grep 301 from
old=$(supervise_of web)
svc -d all/web
eventually down all/web
kill -KILL $old
eventually up all/web
svc -u all/web/log
eventually lines 300
same "$(seq 300)" "$(cat all/web/log/lines)"
