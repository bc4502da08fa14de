# Who may open supervise/ok for reading as well can look like a supervise, but has not the
# lock: svscan starts one all the same when the real one is gone.

need_root
mkdir tree
service tree/web <<'run'
exec sleep 1000
run
chmod 755 . tree tree/web
background svscan tree
scanner=$pid
eventually up tree/web
chgrp 65534 tree/web/supervise tree/web/supervise/ok
chmod 750 tree/web/supervise
chmod 660 tree/web/supervise/ok
as_nobody sleep 1000 <tree/web/supervise/ok &
pids="$pids $!"
process=$(pid_of tree/web)
supervise() { sed -n 's/^supervise //p' tree/web/supervise/state; }
first=$(supervise)
kill -KILL "$first"
begun() { [ "$(supervise)" != "$first" ] && up tree/web; }
eventually begun
same "$process" "$(pid_of tree/web)"
svc -t tree/web
eventually another tree/web "$process"
kill -TERM $scanner
finishes $scanner 0
