# As process 1 svscan ends in its own time though one logger cannot write, its disk being full,
# another one heeds neither the end of its pipe nor TERM, and a pipe is kept full by what a
# service left behind. It goes through all processes for the last one alone.

need_root
need unshare
need pgrep
unshare --pid --fork --mount-proc true 2>/dev/null || skip "needs namespaces"
mkdir disk
mount -t tmpfs -o size=16k none disk

service all/full <<'run'
seq 100000
exec sleep 1000
run
service all/full/log <<run
exec multilog s16777215 $PWD/disk/main
run
service all/deaf <<'run'
exec sleep 1000
run
service all/deaf/log <<'run'
trap '' TERM
touch ready
while :; do sleep 0.1; done
run
service all/own <<'run'
exec sleep 1000
run
cp all/deaf/log/run all/own/log
cp -r all/own all/patient
echo 1000 >all/patient/timeout-kill
service all/chatty <<'run'
setsid sh -c 'trap "" TERM PIPE; while :; do echo x; done' &
exec sleep 1000
run
service all/chatty/log <<'run'
exec cat >/dev/null
run
background unshare --pid --fork --mount-proc sh -c 'exec svscan all 2>messages'
outside=$pid
eventually test -e all/deaf/log/ready
eventually test -e all/own/ready
eventually test -e all/patient/ready
for name in full full/log deaf deaf/log own patient chatty chatty/log; do
    eventually up all/$name
done
eventually grep 'out of disk space' messages
scanner=$(pgrep -P $outside -x svscan)
if command -v strace >/dev/null; then
    background strace -qq -e trace=openat -o trace -p "$scanner"
    traced() { grep -qx 'TracerPid:.*[1-9][0-9]*' /proc/$scanner/status; }
    eventually traced
    tracer=$pid
fi
kill -TERM "$scanner"
for name in full/log deaf/log own patient chatty/log; do eventually no svok all/$name; done
finishes $outside 0
umount disk
if [ -e trace ]; then
    eventually has_ended "$tracer"
    searches=$(grep -c '"/proc",' trace)
    [ "$searches" -le 8 ] || fail "$searches searches"
fi
