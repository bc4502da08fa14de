# No space for status: it warns, hears commands, keeps the service, and tells the status
# within a second or so of space coming back.

need_root
mkdir disk
mount -t tmpfs -o size=64k none disk 2>/dev/null || skip 'may not mount a tmpfs'
service disk/web <<'run'
exec sleep 1000
run
exec 3>&2 2>errors
background supervise disk/web
exec 2>&3
eventually up disk/web
first=$(pid_of disk/web)
head -c 100000 /dev/zero >disk/filler 2>/dev/null || :
svc -t disk/web
eventually gone "$first"
eventually grep -qx 'supervise: warning: unable to write disk/web/supervise/status: out of disk space' errors
same "$first" "$(pid_of disk/web)"
rm disk/filler
eventually another disk/web "$first"
kill -0 "$(pid_of disk/web)"
same 1 "$(grep -c "^supervise: " errors)"
