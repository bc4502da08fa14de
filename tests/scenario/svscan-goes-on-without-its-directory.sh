# The scan directory is deleted: it cannot be read, which is no reason to end anything.

service elsewhere/web <<'run'
exec sleep 1000
run
mkdir all
ln -s ../elsewhere/web all/web
background sh -c 'exec svscan all 2>messages'
eventually up elsewhere/web
rm -r all
kill -HUP $pid
eventually grep '^svscan: warning: unable to read directory: file does not exist$' messages
old=$(pid_of elsewhere/web)
svc -t elsewhere/web
eventually another elsewhere/web $old
kill -TERM $pid
finishes $pid 0
no svok elsewhere/web
