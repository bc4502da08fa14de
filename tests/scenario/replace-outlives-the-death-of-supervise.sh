# supervise is killed in the midst of a replacement: before the new process is ready, and while
# the old one is told to end. The next supervise takes both up and goes on; it knows how long
# the new one may take, who is ready, and which one is the service when one of them has died.

[ -e /proc/self/stat ] || skip 'needs /proc'
service web <<'run'
trap '[ -e stay ] || exit 0' TERM
echo $$ >>started
while [ -e wait ]; do sleep 0.02; done
echo >&3
exec 3>&-
touch said-$$
while :; do sleep 0.02; done
run
echo 3 >web/notification-fd
state() { sed -n "s/^$1 //p" web/supervise/state; }
is() { [ "$(state "$1")" = "$2" ]; }
hands_over() { no is new-ready 0; }
new() { [ "$(state new-pid)" -gt 0 ]; }
begin() {
    touch web/wait
    process=$(pid_of web)
    count=$(state starts)
    svc -r web
    eventually new
    next=$(state new-pid)
}
follow() {
    kill -KILL $pid
    eventually no svok web
    "$@"
    background supervise web
    eventually svok web
}
both() { same "$process $next" "$(pid_of web) $(state new-pid)"; }
done_with() {
    eventually is pid "$next"
    eventually is state ready
    eventually gone "$process"
    same "0 $((count + 1))" "$(state new-pid) $(state starts)"
}
background supervise web
eventually is state ready

log 'before it is ready, twice'
begin
until_=$(state new-until)
since=$(state new-since)
birth=$(state new-birth)
follow :
both
follow :
both
same "$since $birth" "$(state new-since) $(state new-birth)"
matches "${until_%.*}.*" "$(state new-until)"
rm web/wait
done_with
same "$since" "$(state since)"

log 'it gets ready while nobody hears it'
begin
# What it said is kept, though it has closed its descriptor.
says() {
    rm web/wait
    eventually test -e "web/said-$next"
}
follow says
done_with

log 'an older supervise has left fewer lines'
process=$(pid_of web)
follow truncate -s 336 web/supervise/child
same "$process" "$(pid_of web)"
same 448 "$(stat -c %s web/supervise/child)"

log 'while the old one is told to end'
touch web/stay
begin
rm web/wait
eventually hands_over
follow :
both
same "ready $next" "$(state state) $(state new-pid)"
no is stop-sent 0
rm web/stay
kill -TERM "$process"
done_with

log 'the old one dies meanwhile'
touch web/stay
begin
rm web/wait
eventually hands_over
follow kill -KILL "$process"
done_with
rm web/stay
since=$(state since)
follow :
same "$next $since" "$(pid_of web) $(state since)"

log 'the new one dies meanwhile'
touch web/wait
process=$(pid_of web) supervise=$pid
background svc -r -Wr web
waiter=$pid pid=$supervise
eventually new
next=$(state new-pid)
follow kill -KILL "$next"
finishes $waiter 102
matches "$process 0 replacement *: the old process stays" \
    "$(pid_of web) $(state new-pid) $(state reason)"

log 'told down while nobody hears'
begin
printf d >web/supervise/control
eventually is want down
eventually gone "$process"
eventually gone "$next"
svc -dx web
