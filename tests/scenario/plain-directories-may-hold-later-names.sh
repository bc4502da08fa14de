# A directory that was made for 0.76 may hold names that only came to mean something later:
# directories, programs, data, sockets. Its service runs as ever, in no session of its own,
# and what is in the way of a meaning is warned about once.

service web <<'run'
exec sleep 1000
run
session() { ps -o sid= -p "$1" | tr -d ' '; }
is_up() { svstat "$1" | grep -qx "$1: up (pid [0-9]*) [0-9]* seconds"; }
runs() {
    before=$(pid_of "$1")
    svc -t "$1"
    eventually another "$1" "$before"
    svc -dx "$1"
    finishes $pid 0
    same "$2" "$(grep ^supervise: said)"
}
for name in start stop notify finish check backoff watchdog essential listen worker workers; do
    mkdir web/$name
done
mkdir web/worker/0 web/worker/1
background supervise web 2>said
eventually up web
same "$(session $pid)" "$(session "$(pid_of web)")"
eventually is_up web
supervise -n web
runs web 'supervise: warning: unable to use web/listen: is a directory'

# What is there, and is a file, makes the directory a modern one; it runs all the same.
rmdir web/listen web/workers web/watchdog web/backoff
made_for_others() {
    background supervise web 2>said
    eventually up web
    supervise -n web
    runs web "supervise: warning: unable to use web/listen: $1"
}
printf '#!/bin/sh\nexec nc -l 80\n' >web/listen
chmod 755 web/listen
made_for_others 'line 2: neither tcp, udp nor unix'
cp "$programs/svok" web/listen
made_for_others 'more than 4095 bytes'
printf '[server]\naddress = 0.0.0.0\n' >web/listen
made_for_others 'line 1: neither tcp, udp nor unix'
rm web/listen
mkfifo web/listen
made_for_others 'is no file'
rm web/listen
printf 'alpha\nbeta\n' >web/workers
background svscan . 2>said
eventually up web
grep -qxF 'svscan: warning: unable to use web/workers: no number from 1 to 1000' said
eventually is_up web
# One that has ended for good ends nothing else.
printf '#!/bin/sh\n' >web/run
svc -o -t web
eventually down web
test -d web/essential
kill -0 $pid
kill -TERM $pid
finishes $pid 0
grep essential said && fail 'took a directory for the file essential'

# Services that happen to be numbered, in a directory that happens to be called worker.
mkdir tree tree/worker tree/workers
service tree/worker/1 <<'run'
exec sleep 1000
run
background supervise tree/worker/1 2>said
eventually is_up tree/worker/1
svok tree/worker/1
cd tree/worker
is_up 1
cd ../..
no test -e tree/supervise
runs tree/worker/1 ''
