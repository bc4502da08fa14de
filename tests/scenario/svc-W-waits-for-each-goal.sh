# -W: up, ready, down, and done with finish; without letters it only waits.

service web <<'run'
while [ ! -e ready ]; do sleep 0.05; done
echo >&3
exec sleep 1000
run
echo 3 >web/notification-fd
cat >web/finish <<'finish'
#!/bin/sh
while [ ! -e finished ]; do sleep 0.05; done
finish
chmod 755 web/finish
touch web/down
background supervise web
supervise=$pid
svc -uWu -T 20 web
up web
exits 99 svc -Wr -T 0 web 2>said
same 'svc: warning: web is not ready in time' "$(cat said)"
background svc -Wr -T 20 web
ready=$pid
touch web/ready
finishes $ready 0
exits 0 svc -Wr web
exits 99 svc -Wd -T 0 web
exits 0 svc -dWd -T 20 web
down web
exits 99 svc -WD -T 0 web 2>said
same 'svc: warning: web is not down and done in time' "$(cat said)"
background svc -WD -T 20 web
done=$pid
touch web/finished
finishes $done 0
exits 0 svc -Wd web
same '' "$(ls -A web/supervise/event)"
svc -xWD web
finishes $supervise 0
