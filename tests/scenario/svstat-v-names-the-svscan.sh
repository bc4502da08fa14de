# -v tells which svscan should run a supervise that does not run.

service scan/web <<'run'
exec sleep 1000
run
service scan/web/log <<'run'
exec cat
run
background svscan scan
svscan=$pid
eventually svup scan/web
eventually svup scan/web/log
# It would come back at once: to be seen before, svscan has to stand still.
kill -STOP $svscan
svc -dxWd -T 20 scan/web scan/web/log
unsupervised() { no svok "$1"; }
for dir in scan/web scan/web/log; do
    eventually unsupervised $dir
    same 1 "$(svstat -v $dir | grep -cx "    svscan, pid $svscan, has this directory")"
done
kill -CONT $svscan
kill -TERM $svscan
finishes $svscan 0
