# Installing over a running tree, then `svc -e` to all and USR1 to svscan: each becomes the
# program that is installed now, and no service, no logger and no line knows of it.

[ "$(uname)" = Linux ] || skip "needs /proc"
put() { (cd "$top" && sh svscan/package/install "$TMPDIR/root" /usr "$programs/supervise" "$programs/svscan"); }
put
PATH=$TMPDIR/root/usr/bin:$PATH
for name in one two; do
    service all/$name <<'run'
n=0
while :; do
    n=$((n + 1))
    echo $n
    sleep 0.01
done
run
    service all/$name/log <<'run'
exec multilog ./main
run
done
background svscan all
dirs='all/one all/one/log all/two all/two/log'
pids_of_all() { for dir in $dirs; do pid_of $dir; done; }
supervises() { for dir in $dirs; do sed -n 's/^supervise //p' $dir/supervise/state; done; }
for dir in $dirs; do eventually up $dir && eventually test -s $dir/supervise/state; done
services=$(pids_of_all) keepers=$(supervises)
put
outdated() { for one in $pid $keepers; do readlink /proc/$one/exe; done | grep '(deleted)'; }
same 5 "$(outdated | wc -l)"
svc -e $dirs
kill -USR1 $pid
eventually no outdated
for one in $pid $keepers; do matches "$TMPDIR/root/usr/bin/*" "$(readlink /proc/$one/exe)"; done
same "$services" "$(pids_of_all)"
same "$keepers" "$(supervises)"
kill -TERM $pid
finishes $pid 0
for name in one two; do
    seq "$(wc -l <all/$name/log/main/current)" >wanted
    cmp wanted all/$name/log/main/current
done
