# svscan against the daemontools that is installed: the same messages; and each svscan with the
# other's supervise, with a logger, on the same directories.

oracle=/usr/bin
[ -x $oracle/svscan ] || skip "needs daemontools"
if cmp -s $oracle/svscan "$programs/svscan"; then skip "needs daemontools"; fi

# What is said about a directory full of trouble, in no particular order.
mkdir -p trouble/a trouble/b/log trouble/.hidden none some
ln -s nowhere trouble/dangling
ln -s loop trouble/loop
ln -s file/sub trouble/through
echo >trouble/file
echo no program >some/supervise
chmod 755 some/supervise
says() {
    path=$1
    shift
    : >messages
    PATH=$path "$@" trouble 2>>messages &
    one=$!
    pids="$pids $one"
    for wanted in "start supervise" dangling loop through; do eventually grep "$wanted" messages; done
    kill -KILL $one
    # Ours names one service where the trouble is everybody's.
    sed 's/supervise [ab].*:/supervise X:/' messages | sort -u
}
for place in "$PWD/some" "$PWD/none"; do
    same "$(says "$place" $oracle/svscan)" "$(says "$place" "$programs/svscan")"
done

for args in '' nowhere file --help -x; do
    a=0; $oracle/svscan "$args" 2>said.theirs || a=$?
    b=0; svscan "$args" 2>said.ours || b=$?
    same "$a $(cat said.theirs)" "$b $(cat said.ours)"
done

mkdir ours theirs
ln -s "$programs/supervise" ours/supervise
ln -s $oracle/supervise theirs/supervise
service all/web <<'run'
echo started
exec sleep 1000
run
service all/web/log <<'run'
exec multilog t ./main
run
count=0
cross() {
    PATH=$PWD/$1:$PATH background "$2" all
    count=$((count + 1))
    for dir in all/web all/web/log; do eventually svok $dir; eventually up $dir; done
    logged() { [ "$(grep -c started all/web/log/main/current)" = $count ]; }
    eventually logged
}
cross ours $oracle/svscan
kill -KILL $pid
svc -dx all/web
eventually no svok all/web
svc -x all/web/log
eventually no svok all/web/log

cross theirs svscan
kill -TERM $pid
finishes $pid 0
for dir in all/web all/web/log; do no svok $dir; done
cross theirs $oracle/svscan
kill -KILL $pid
svc -dx all/web
eventually no svok all/web
svc -x all/web/log
eventually no svok all/web/log
