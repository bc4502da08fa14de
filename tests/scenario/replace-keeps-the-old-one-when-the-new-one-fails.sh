# A replacement that dies, or is not ready in time, is ended with all that it started; the old
# process stays as it was, svc -Wr exits 102, and state and svstat -v say why.

service web <<'run'
if [ ! -e bad ]; then
    echo >&3
    exec sleep 1000
fi
sleep 1000 3>&- &
echo $! >left
[ ! -e slow ] || exec sleep 1000
exit 3
run
echo 3 >web/notification-fd
state() { sed -n "s/^$1 //p" web/supervise/state; }
is() { [ "$(state "$1")" = "$2" ]; }
background supervise web
eventually is state ready
process=$(pid_of web)
since=$(state since)
stays() {
    same "$process ready $since 0" "$(pid_of web) $(state state) $(state since) $(state new-pid)"
    same "1 $1" "$(state starts) $(state reason)"
    svstat -v web >told
    grep -qxF "    $1" told || fail "svstat -v: $(cat told)"
    same "svc: warning: web: $1" "$(tail -n 1 said)"
}
touch web/bad
exits 102 svc -r -Wr -T 20 web 2>said
stays 'replacement exited with code 3 before it was ready: the old process stays'
eventually no alive "$(cat web/left)"

touch web/slow
echo 300 >web/timeout-ready
exits 102 svc -r -Wr -T 20 web 2>said
stays 'replacement was not ready in 300 milliseconds: the old process stays'
eventually no alive "$(cat web/left)"

# A second `r` meanwhile is ignored; who waits longer than he likes is told so.
rm web/timeout-ready web/left
exits 99 svc -r -Wr -T 0 web 2>said
new() { [ "$(state new-pid)" -gt 0 ] && test -s web/left; }
eventually new
next=$(state new-pid)
svstat -v web | grep -q "being replaced: pid $next is not ready since . seconds*, given up in"
exits 99 svc -r -Wr -T 0 web 2>said
# Once this has been heard, so has that.
svc -p web
eventually is state paused
svc -c web
eventually is state ready
same "$next" "$(state new-pid)"
kill -KILL "$next"
eventually is new-pid 0
rm web/left
background svc -r -Wr web 2>said
eventually new
kill -KILL "$(state new-pid)"
finishes $pid 102
stays 'replacement was killed by signal 9 before it was ready: the old process stays'

# What cannot be executed is no replacement; a good one is, after all that.
chmod 644 web/run
exits 102 svc -r -Wr -T 20 web 2>said
stays 'replacement was not started: access denied: the old process stays'
chmod 755 web/run
rm web/bad
svc -r -Wr -T 20 web
same 'none 2' "$(state reason) $(state starts)"
gone "$process"
