# svscan is killed: services, loggers and lines go on. The next one starts nothing that runs,
# has the same pipe, notices deaths at once, and stops the tree.

service all/web <<'run'
echo started
while read -r line <../../feed; do echo "$line"; done
run
service all/web/log <<'run'
exec cat >>lines
run
service all/bare <<'run'
exec sleep 1000
run
mkfifo feed
exec 3<>feed
background sh -c 'exec svscan all 2>messages'
eventually grep started all/web/log/lines
for dir in all/web all/web/log all/bare; do eventually up $dir; done
before=$(pid_of all/web) logger=$(pid_of all/web/log) bare=$(pid_of all/bare)
supervises=$(ps -o pid= --ppid $pid)
supervise_of() { for one in $supervises; do
    case "$(ps -o args= -p $one)" in "supervise $1") echo $one ;; esac
done; }
web=$(supervise_of web) web_log=$(supervise_of web/log)
kill -KILL $pid
eventually gone $pid
echo alone >feed
eventually grep alone all/web/log/lines

background sh -c 'exec svscan all 2>messages'
service late <<'run'
exec sleep 1000
run
mv late all/late
eventually up all/late
same "$before $logger $bare" "$(pid_of all/web) $(pid_of all/web/log) $(pid_of all/bare)"
for one in $supervises; do kill -0 $one; done
same 1 "$(ps -o pid= --ppid $pid | wc -l)"

# The logger's side dies, with lines on their way: nothing is lost.
svc -d all/web/log
eventually down all/web/log
echo waiting >feed
kill -KILL $web_log
eventually grep waiting all/web/log/lines
eventually svok all/web/log

# The service's side dies; the pipe is still the same.
svc -d all/web
eventually down all/web
kill -KILL $web
eventually up all/web
echo again >feed
eventually grep again all/web/log/lines
same 'started alone waiting started again' "$(tr '\n' ' ' <all/web/log/lines | sed 's/ $//')"
same '' "$(cat messages)"

kill -TERM $pid
finishes $pid 0
for dir in all/web all/web/log all/bare all/late; do no svok $dir; done
for one in $supervises; do gone $one; done
