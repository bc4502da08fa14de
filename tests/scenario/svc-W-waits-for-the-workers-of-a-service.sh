# A service gets workers while svc waits for it, or is about to: its own supervise leaves and
# will not come again, so svc waits for the workers that come instead.

service all/web <<'run'
trap 'until [ -e ../../go ]; do sleep 0.05; done; exit 0' TERM
[ -z "${WORKER-}" ] || touch "began.$WORKER"
while :; do sleep 0.05; done
run
background svscan all
scanner=$pid
eventually up all/web
is_told() { grep -qx 'want down' all/web/supervise/state; }
waits() { ls all/web/supervise/event | grep -q .; }
for words in '-t -Wr' '-st' '-Wu' '-u -s'; do
    echo 2 >all/web/workers
    kill -HUP $scanner
    eventually is_told
    background svc $words all/web
    eventually waits
    kill -0 $pid
    touch go
    finishes $pid 0
    for one in 0 1; do eventually rm all/web/began.$one; done
    svup all/web
    rm all/web/workers
    kill -HUP $scanner
    eventually up all/web
    svc -Wr -T 20 all/web
    rm go
done

# What nobody has heard is heard once by who comes in the place of several.
service alone <<'run'
exec sleep 1000
run
mkdir alone/control
cat >alone/control/t <<'end'
#!/bin/sh
echo told >>told
exec svc -k .
end
chmod 755 alone/control/t
echo 3 >alone/workers
background svc -tWu -T 20 alone
client=$pid
waiting() { grep -q '^State:.*S' /proc/$client/status; }
[ ! -e /proc/self/status ] || eventually waiting
rm alone/workers
background supervise alone
finishes $client 0
same told "$(cat alone/told)"
svc -dxk alone
finishes $pid 0
