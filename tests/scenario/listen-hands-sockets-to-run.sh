# run gets the sockets of listen from descriptor 3 on, with LISTEN_FDS, LISTEN_PID and
# LISTEN_FDNAMES; start, finish, check and the logger get neither. An edit counts after a d.

[ -e /proc/self/fd ] || skip 'needs /proc'
port=$("$helpers/get" free)
mkdir web
for script in start finish check log; do
    cat >web/$script <<script
#!/bin/sh
{ env | grep ^LISTEN || :; [ ! -e /proc/\$\$/fd/3 ] || echo 3; echo done; } >../saw-$script
[ $script != log ] || exec cat
script
done
printf '#!/bin/sh\nexec "%s"\n' "$helpers/serve" >web/run
chmod 755 web/*
cat >web/listen <<listen
# what it serves on
tcp 127.0.0.1 $port

udp 127.0.0.1 $port     # another port of the same number
unix ./here.sock 0620
listen
# Whoever starts supervise may have been given sockets: those are not ours.
export LISTEN_FDS=7 LISTEN_PID=$$ LISTEN_FDNAMES=theirs
background supervise web
supervise=$pid
eventually "$helpers/get" "$port" /
eventually up web
process=$(pid_of web)
for address in "$port" "udp:$port" ./web/here.sock; do
    same "$process" "$("$helpers/get" "$address" / | tail -n 1)"
done
told() { tr '\0' '\n' </proc/"$process"/environ | grep ^LISTEN | sort | xargs; }
same "LISTEN_FDNAMES=tcp-$port:udp-$port:unix-here.sock LISTEN_FDS=3 LISTEN_PID=$process" "$(told)"
has() { ls /proc/"$process"/fd | sort -n | xargs; }
same '0 1 2 3 4 5' "$(has)"
same 620 "$(stat -c %a web/here.sock)"

# Its address is not given up by a restart, nor changed by an edit; after a d it is.
echo "tcp 127.0.0.1 $port" >web/listen
svc -t web
eventually another web "$process"
"$helpers/get" ./web/here.sock / >answer
process=$(tail -n 1 answer)
matches '* LISTEN_FDS=3 *' "$(told)"
svc -Wd -d web
no test -e web/here.sock
svc -Wu -u web
eventually "$helpers/get" "$port" /
process=$(pid_of web)
same "LISTEN_FDNAMES=tcp-$port LISTEN_FDS=1 LISTEN_PID=$process" "$(told)"
svc -dx web
finishes $supervise 0
for script in start finish check log; do same "done" "$(cat saw-$script)"; done
