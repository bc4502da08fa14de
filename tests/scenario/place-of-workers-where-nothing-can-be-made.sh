# With an absolute $SUPERVISEDIR workers need no directory: nothing is made in the service's, which
# may be read-only, and yet each is addressed as web/worker/N.

need_root
mkdir places
chown 65534 places
export SUPERVISEDIR="$PWD/places"
service all/web <<'run'
echo "worker $1 runs"
exec sleep 1000
run
service all/web/log <<'run'
exec cat >>"$SUPERVISEDIR/lines"
run
echo 3 >all/web/workers
touch messages
chown 65534 messages
scan() {
    as_nobody sh -c 'echo $$ >"$SUPERVISEDIR/pid"; exec svscan all 2>>messages' &
    eventually test -s places/pid
    pid=$(cat places/pid)
    pids="$pids $pid"
}
scan
svc -Wr -T 20 all/web
for n in 0 1 2; do eventually grep -qx "worker $n runs" places/lines; done
matches 'all/web/worker/1: up (pid *) * seconds' "$(svstat all/web/worker/1)"
same 'log run workers' "$(ls all/web | xargs)"
before=$(svstat all/web | cut -d ' ' -f 4 | xargs)
svok all/web

# It is taken up, made fewer, and ended, all the same.
kill -KILL $pid
eventually gone $pid
rm places/pid
echo 2 >all/web/workers
scan
eventually no svok all/web/worker/2
same "${before% *}" "$(svstat all/web | cut -d ' ' -f 4 | xargs)"
kill -KILL "$(sed -n 's/^supervise //p' places/*:worker:1/state)"
another_supervise() { svstat -j all/web/worker/1 | grep -q '"running":true'; }
eventually another_supervise
svc -e all/web
svc -st -T 20 all/web
kill -TERM $pid
eventually gone $pid
exits 100 svok all/web
exits 100 svok all/web/log
same '' "$(cat messages)"
