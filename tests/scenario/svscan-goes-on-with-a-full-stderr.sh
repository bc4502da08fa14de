# Nobody reads what svscan says, and the pipe is full: it does not wait.

mkfifo pipe
sleep 1000 <pipe &
reader=$!
pids="$pids $reader"
service all/web <<'run'
exec sleep 1000
run
exec 3>pipe
yes | dd of=/dev/fd/3 bs=4096 count=64 oflag=nonblock 2>/dev/null || :
ln -s nowhere all/dangling
background sh -c 'exec svscan all 2>&3'
eventually up all/web
service all/late <<'run'
exec sleep 1000
run
kill -HUP $pid
eventually up all/late
kill -TERM $pid
finishes $pid 0
