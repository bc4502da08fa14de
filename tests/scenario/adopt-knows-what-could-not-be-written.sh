# supervise cannot write its state on a full disk and is killed: the next one knows all the same
# that the service is ready, and that it was told to end and when to kill it.

need_root
[ -e /proc/self/stat ] || skip 'needs /proc'
mkdir disk
mount -t tmpfs -o size=128k none disk 2>/dev/null || skip 'may not mount a tmpfs'
service disk/web <<'run'
trap '' TERM
echo >&3
while :; do sleep 0.1; done
run
echo 3 >disk/web/notification-fd
echo 1000 >disk/web/timeout-kill
state() { sed -n "s/^$1 //p" disk/web/supervise/state; }
is() { [ "$(state "$1")" = "$2" ]; }
follow() {
    kill -KILL $pid
    eventually no svok disk/web
    background supervise disk/web 2>/dev/null
    eventually svok disk/web
}
fill() { head -c 1000000 /dev/zero >disk/filler 2>/dev/null || :; }
background supervise disk/web 2>/dev/null
eventually is state ready
old=$(state pid)
fill
svc -k disk/web
signed() { read -r script process rest <disk/web/supervise/child && [ "$process" != "$old" ]; }
eventually signed
noted() { head -n 1 disk/web/supervise/child | grep -q ' u - r '; }
eventually noted
follow
rm disk/filler
eventually is pid "$process"
is state ready

fill
svc -d disk/web
told() { head -n 1 disk/web/supervise/child | grep -q ' d - r '; }
eventually told
follow
rm disk/filler
eventually gone "$process"
eventually is state down
