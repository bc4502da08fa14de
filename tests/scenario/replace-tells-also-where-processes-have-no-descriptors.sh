# Where pidfd_open(2) is not there, supervise itself holds the end of HANDOVER_FD, across a
# change of its program too.

need strace
[ -e /proc/self/stat ] || skip 'needs /proc'
strace -o /dev/null true 2>/dev/null || skip 'may not trace'
service web <<'run'
trap '[ -e stay ] || exit 0' TERM
if [ -n "${HANDOVER_FD-}" ]; then
    eval "exec 7<&$HANDOVER_FD $HANDOVER_FD<&-"
    { read -r nothing || echo gone >>handed; } <&7 &
    exec 7<&-
fi
echo >&3
while :; do sleep 0.02; done
run
echo 3 >web/notification-fd
state() { sed -n "s/^$1 //p" web/supervise/state; }
is() { [ "$(state "$1")" = "$2" ]; }
hands_over() { no is new-ready 0; }
background strace -f -qq -o trace -e trace=pidfd_open -e inject=pidfd_open:error=ENOSYS supervise web
eventually is state ready
process=$(pid_of web)
touch web/stay
svc -r web
eventually hands_over
svc -e web
no grep -q . web/handed 2>/dev/null
rm web/stay
kill -TERM "$process"
eventually test -s web/handed
eventually another web "$process"
grep -q ENOSYS trace
no grep -q pidfd_open=[0-9] trace
svc -dx web
