# Nothing needs root.

need_root
chmod 777 .
service web <<'run'
id -u >uid
exec sleep 1000
run
chown -R 65534:65534 web
background $nobody supervise web
eventually up web
eventually test -s web/uid
same 65534 "$(cat web/uid)"
as_nobody svc -dx web
finishes $pid 0
