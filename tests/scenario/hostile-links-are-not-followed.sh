# Whoever may write into supervise/ plants links: what they lead to is neither read, written,
# emptied nor given away, and the service runs. Only a lock that is one is refused. Nobody
# else's letters are heard.

service web <<'run'
echo start >>starts
exec sleep 1000
run
: >web/starts
touch web/notify
mkdir web/supervise
target() {
    [ "$(cat precious)" = precious ] && [ "$(stat -c '%a %u' precious)" = "600 $(id -u)" ] ||
        fail "$1: followed"
}
for name in status status.new state state.new child control ok ready pipe; do
    log $name; for to in ../../precious ../../missing precious; do
        echo precious >precious
        chmod 600 precious
        rm -f web/supervise/precious
        echo precious >web/supervise/precious
        rm -f web/supervise/$name
        ln -s $to web/supervise/$name
        count=$(wc -l <web/starts)
        background supervise web
        eventually svok web
        started() { up web && [ "$(wc -l <web/starts)" -gt $count ]; }
        eventually started
        svc -d web
        eventually down web
        svc -x web
        finishes $pid 0
        target $name
        same precious "$(cat web/supervise/precious)"
        [ ! -e missing ] || fail "$name: made what it leads to"
    done
done
# A hard link to somebody's file is not written through either.
for name in status.new state.new; do
    rm -f web/supervise/$name
    ln precious web/supervise/$name
    background supervise web
    eventually up web
    svc -dx web
    finishes $pid 0
    target "hard $name"
done
rm web/supervise/lock
ln -s ../../precious web/supervise/lock
exits 111 supervise web 2>said
same 'supervise: fatal: unable to acquire web/supervise/lock: symbolic link loop' "$(cat said)"
target lock
rm web/supervise/lock

# Somebody else.
[ "$(id -u)" = 0 ] || exit 0
chmod 755 . web
chmod 755 web/supervise
background supervise web
eventually grep -qx 'state ready' web/supervise/state
process=$(pid_of web)
as_nobody svc -d web 2>refused
grep -q 'svc: warning: unable to control web: access denied' refused
as_nobody sh -c 'printf d >web/supervise/control' 2>/dev/null && fail 'somebody else was heard'
same $process "$(pid_of web)"
grep -qx 'want up' web/supervise/state
# The recipe of the README: a group may, and for ever.
chgrp 65534 web/supervise web/supervise/control web/supervise/ok
chmod 750 web/supervise
chmod 620 web/supervise/control web/supervise/ok
as_nobody svc -t web
eventually another web $process
kill -KILL $pid
eventually no svok web
background supervise web
eventually svok web
process=$(pid_of web)
as_nobody svc -t web
eventually another web $process
same "$(stat -c '%a %g' web/supervise/control)" '620 65534'
