# Where the kernel tells of changed files, a changed `workers` takes effect without HUP: when it
# is written, replaced, moved away, or removed.

[ -d /proc/sys/fs/inotify ] || skip 'needs inotify'
service all/web <<'run'
exec sleep 1000
run
echo 1 >all/web/workers
background svscan all
eventually up all/web/worker/0
before=$(pid_of all/web/worker/0)
echo 3 >all/web/workers
eventually up all/web/worker/2
echo 2 >new
mv new all/web/workers
eventually no svok all/web/worker/2
echo 4 >all/web/workers
eventually up all/web/worker/3
same "$before" "$(pid_of all/web/worker/0)"
mv all/web/workers all/web/workers.off
eventually up all/web
mv all/web/workers.off all/web/workers
kill -HUP $pid
eventually up all/web/worker/3
rm all/web/workers
eventually up all/web
kill -TERM $pid
finishes $pid 0
