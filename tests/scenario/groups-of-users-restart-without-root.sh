# Members of a group command a service that root runs, where control, ok and supervise/ are
# open to that group, for writing at least; others do not, and the modes stay when supervise
# starts anew.

need_root
need setpriv
service web <<'run'
exec sleep 1000
run
background supervise web
eventually up web
svc -dx web
finishes $pid 0
mkdir web/supervise/event
chgrp 4321 web/supervise web/supervise/control web/supervise/ok web/supervise/event
chmod 770 web/supervise/event
chmod 750 web/supervise

member() { setpriv --reuid=65534 --regid=65534 --groups=4321 "$@"; }
explained() { member svstat -v web | grep -q 'not wanted up: svc -u starts it'; }
for mode in 660 620; do
    chmod $mode web/supervise/control web/supervise/ok
    background supervise web
    eventually up web

    before=$(pid_of web)
    eventually member svok web
    member svc -t web
    eventually another web "$before"
    matches 'web: up (pid *) * seconds' "$(member svstat web)"
    member svc -d web
    eventually down web
    matches 'web: down * seconds, normally up' "$(member svstat web)"
    eventually explained
    exits 0 member svc -u -Wr -T 20 web
    up web

    before=$(pid_of web)
    as_nobody svc -t web 2>said
    same 'svc: warning: unable to control web: access denied' "$(cat said)"
    exits 111 as_nobody svok web 2>said
    same "$before" "$(pid_of web)"
    same "750 $mode $mode 4321" \
        "$(cd web/supervise && stat -c %a . control ok | xargs) $(stat -c %g web/supervise/control)"
    svc -dx web
    finishes $pid 0
done
