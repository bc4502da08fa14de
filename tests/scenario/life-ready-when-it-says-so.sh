# notification-fd: a newline on that descriptor makes the service ready. It is neither the
# newline of an earlier process nor any other byte.

service web <<'run'
printf x >&5
while [ ! -e go ]; do sleep 0.05; done
echo >&5
exec sleep 1000
run
echo 5 >web/notification-fd
background supervise web
state() { sed -n "s/^$1 //p" web/supervise/state; }
is() { [ "$(state "$1")" = "$2" ]; }
eventually is state up
same 'descriptor 5' "$(state ready-by)"
same 0 "$(state ready)"
touch web/go
eventually is state ready
matches '*.?????????' "$(state ready)"
# What is left in the fifo does not speak for the next process.
rm web/go
printf '\n\n' >web/supervise/ready
first=$(pid_of web)
kill -KILL "$first"
eventually another web "$first"
eventually is state up
touch web/go
eventually is state ready
# It does not die of a broken pipe when supervise does.
kill -KILL $pid
process=$(pid_of web)
kill -0 "$process"

# It may be standard output, for programs that say it there as s6 has them.
service loud <<'run'
echo to standard error >&2
echo
exec sleep 1000
run
echo 1 >loud/notification-fd
background supervise loud 2>said
exits 0 svc -Wr -T 20 loud
grep -qx 'ready-by descriptor 1' loud/supervise/state
grep -qx 'to standard error' said
