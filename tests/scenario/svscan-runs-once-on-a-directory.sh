# The second svscan on one directory says so and exits 111; the first goes on.

service all/web <<'run'
exec sleep 1000
run
background svscan all
eventually up all/web
ln -s all link
exits 111 svscan link 2>messages
same 'svscan: fatal: unable to lock link: another svscan runs there' "$(cat messages)"
kill -0 $pid
kill -TERM $pid
finishes $pid 0
background svscan all
eventually up all/web
