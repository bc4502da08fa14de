# A logger that is a file and dies, even young, even while it reads the last lines, is started
# again before supervise leaves, once a second at most: every line is read.

service web <<'run'
trap 'seq 1000; exit 0' TERM
touch ready
while :; do sleep 0.05; done
run
cat >web/log <<'log'
#!/bin/sh
# Dies after each three hundred lines.
echo start >>../starts
n=0
while [ $n -lt 300 ] && read -r line; do
    echo "$line" >>../logged
    n=$((n + 1))
done
log
chmod 755 web/log
begun=$(now)
background supervise web
eventually test -e web/ready
state() { sed -n "s/^$1 //p" web/supervise/state; }
is() { [ "$(state "$1")" = "$2" ]; }
eventually is log-state ready
first=$(state log-pid)
printf Lk >web/supervise/control
# It waits for its next start, or has lived so long that it need not.
ended() { no is log-pid "$first"; }
eventually ended
svc -dx web
finishes $pid 0
same "$(seq 1000)" "$(cat logged)"
[ "$(wc -l <starts)" -le $(($(took $begun) / 1000 + 2)) ] || fail 'more often than once a second'
