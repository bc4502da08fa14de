# svc -r of a service with workers replaces each of them; -s one after the other.

service web <<'run'
echo >&3
exec sleep 1000
run
echo 2 >web/workers
echo 3 >web/notification-fd
both() { echo "$(pid_of web/worker/0) $(pid_of web/worker/1)"; }
for number in 0 1; do background supervise web/worker/$number; done
svc -Wr -T 20 web
before=$(both)
svc -r -Wr -T 20 web
between=$(both)
svc -r -s -T 20 web
after=$(both)
for process in $before $between; do gone "$process"; done
same 6 "$(echo "$before $between $after" | xargs -n 1 | sort -u | wc -l | tr -d ' ')"
mv web/notification-fd web/none
exits 102 svc -r -s -T 20 web 2>said
same "$after" "$(both)"
grep -qx 'svc: warning: web/worker/0: not replaced: .*' said
no grep -q 'worker/1' said
svc -dxWD -T 20 web
