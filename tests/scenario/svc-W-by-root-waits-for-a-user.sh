# Root waits for the service of a user, whose supervise finds what root has made, and the
# user after root.

need_root
service web <<'run'
exec sleep 1000
run
chmod 755 .
chown -R 65534:65534 web
background $nobody supervise web
supervise=$pid
exits 0 svc -Wu -T 20 web
same 65534 "$(stat -c %u web/supervise/event)"
exits 0 svc -tWr -T 20 web
exits 0 as_nobody svc -tWr -T 20 web
chown 0:0 web/supervise/control
exits 0 as_nobody svc -Wr -T 20 web # Who gives no command may be without the right to.
svc -dxWD -T 20 web
finishes $supervise 0
