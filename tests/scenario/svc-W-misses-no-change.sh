# Many restarts, each waited for, while others wait beside: nobody is left waiting.

service web <<'run'
exec sleep 1000
run
service db <<'run'
exec sleep 1000
run
background supervise web
web=$pid
background supervise db
exits 0 svc -Wu -T 20 web db
one=
for i in 1 2 3 4 5 6 7 8 9 10; do
    svc -duWr -T 60 web & one="$one $!"
    svc -kuWu -T 60 web db & one="$one $!"
done
for i in 1 2 3 4 5 6 7 8 9 10; do
    before=$(pid_of db)
    exits 0 svc -duWr -T 60 db
done
for each in $one; do wait "$each"; done
svc -dxWD -T 20 web db
finishes $web 0
finishes $pid 0
same '' "$(ls -A web/supervise/event db/supervise/event | grep -v : | xargs)"
