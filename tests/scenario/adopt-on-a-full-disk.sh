# Who lives is known even where nothing can be written when the service is started.

need_root
[ -e /proc/self/stat ] || skip 'needs /proc'
mkdir disk
mount -t tmpfs -o size=128k none disk 2>/dev/null || skip 'may not mount a tmpfs'
service disk/web <<'run'
exec sleep 1000
run
background supervise disk/web 2>/dev/null
eventually up disk/web
old=$(pid_of disk/web)
head -c 1000000 /dev/zero >disk/filler 2>/dev/null || :
svc -t disk/web
eventually gone "$old"
second() { ps -o pid= --ppid $pid | grep -q .; }
eventually second
process=$(ps -o pid= --ppid $pid | tr -d ' ')
kill -KILL $pid
eventually no svok disk/web
background supervise disk/web 2>/dev/null
eventually svok disk/web
rm disk/filler
adopted() { [ "$(pid_of disk/web)" = "$process" ]; }
eventually adopted
same '' "$(ps -o pid= --ppid $pid)"
