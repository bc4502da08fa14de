# A process started by `r` has HANDOVER_FD, which reads end-of-file once the old one is dead,
# and not before, whatever becomes of supervise; whoever was started otherwise has none.

[ -e /proc/self/stat ] || skip 'needs /proc'
service web <<'run'
trap '[ -e stay ] || exit 0' TERM
if [ -n "${HANDOVER_FD-}" ]; then
    (
        eval "exec 0<&$HANDOVER_FD $HANDOVER_FD<&-"
        read -r nothing
        old=$(cat old)
        # Dead it is also where nobody has waited for it yet.
        case "$(sed 's/.*) //' "/proc/$old/stat" 2>/dev/null)" in
        '' | Z*) echo "gone $$" ;;
        *) echo "early $$" ;;
        esac >>handed
    ) &
    eval "exec $HANDOVER_FD<&-"
else
    echo "none $$" >>handed
fi
echo >&3
while :; do sleep 0.02; done
run
echo 3 >web/notification-fd
export HANDOVER_FD=7
state() { sed -n "s/^$1 //p" web/supervise/state; }
is() { [ "$(state "$1")" = "$2" ]; }
hands_over() { no is new-ready 0; }
background supervise web
eventually is state ready
process=$(pid_of web)
same "none $process" "$(cat web/handed)"
handed() { grep -qx "gone $1" web/handed; }
begin() {
    touch web/stay
    process=$(pid_of web)
    echo "$process" >web/old
    svc -r web
    eventually hands_over
    next=$(state new-pid)
}
hand() {
    no grep -q "$next" web/handed
    rm web/stay
    kill -TERM "$process"
    eventually handed "$next"
    eventually is pid "$next"
}
begin
hand
begin
svc -e web
hand
begin
kill -KILL $pid
eventually no svok web
background supervise web
eventually svok web
hand
begin
kill -KILL $pid
eventually no svok web
no grep -q "$next" web/handed
rm web/stay
kill -TERM "$process"
eventually handed "$next"
background supervise web
eventually is pid "$next"
no grep early web/handed
# Nobody who waited is left.
awaits() { ps -e -o args= | grep -qE "[s]upervise --await $process( |\$)"; }
eventually no awaits
svc -dx web
