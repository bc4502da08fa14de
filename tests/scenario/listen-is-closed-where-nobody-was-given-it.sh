# Sockets of a file `listen` that came after the last start are opened for the process that is
# to replace the service's: where there is none, or it fails, they are closed again, lest
# clients wait for a service that does not know of them.

[ -r /proc/net/tcp ] || skip 'needs /proc'
port=$("$helpers/get" free)
is_open() { grep -q ":$(printf %04X "$port") 00000000:0000 0A" /proc/net/tcp; }
service web <<'run'
[ ! -e bad ] || exec sleep 1.5
{ echo >&4; } 2>/dev/null
[ -z "${LISTEN_FDS-}" ] || exec "$serve"
exec sleep 1000
run
export serve="$helpers/serve"
background sh -c 'exec supervise web 2>said'
eventually up web
state() { sed -n "s/^$1 //p" web/supervise/state; }
process=$(pid_of web)
echo "tcp 127.0.0.1 $port" >web/listen
refused() {
    exits 102 svc -r -Wr -T 20 web 2>told
    matches "* $1*" "$(cat told)"
    same "$process" "$(pid_of web)"
    no is_open
}
refused 'there is neither notification-fd nor check'
# A number that one of them is to have is none to say `ready` on.
echo 3 >web/notification-fd
refused 'there is neither notification-fd nor check'
grep -q 'descriptor 3 is a socket of listen' said
echo 4 >web/notification-fd
touch web/bad
refused 'replacement exited with code 0 before it was ready'
chmod 644 web/run
refused 'replacement was not started'
chmod 755 web/run
rm web/bad
svc -r -Wr -T 20 web
is_open
same 1 "$(tr '\0' '\n' <"/proc/$(pid_of web)/environ" | grep -c ^LISTEN_FDS=1)"
# Nor does the next program keep them for nobody.
svc -d -Wd web
rm web/listen
svc -u -Wr web
process=$(pid_of web)
echo "tcp 127.0.0.1 $port" >web/listen
touch web/bad
svc -r web
new() { [ "$(state new-pid)" -gt 0 ]; }
eventually new
svc -e web
eventually no new
eventually no is_open
svc -dx web
finishes $pid 0
