# During a replacement signals and pauses are for the old process; d, x and k are for both.

service web <<'run'
for name in HUP TERM; do trap "echo $name $$ >>got; [ $name = HUP ] || exit 0" $name; done
[ -e old ] || { touch old; echo >&3; }
echo $$ >>started
while :; do sleep 0.02; done
run
echo 3 >web/notification-fd
# It must not begin before `begin` has removed what would make its successor ready.
touch web/down
state() { sed -n "s/^$1 //p" web/supervise/state; }
is() { [ "$(state "$1")" = "$2" ]; }
new() { [ "$(state new-pid)" -gt 0 ] && grep -qx "$(state new-pid)" web/started; }
begin() {
    rm -f web/old
    svc -Wr -u web
    eventually grep -qx "$(pid_of web)" web/started
    process=$(pid_of web)
    svc -r web
    eventually new
    next=$(state new-pid)
    : >web/got
}
background supervise web
eventually svok web
begin
svc -h web
eventually test -s web/got
same "HUP $process" "$(cat web/got)"
svc -p web
stopped() { case "$(ps -o stat= -p "$1")" in T*) ;; *) return 1 ;; esac; }
eventually stopped "$process"
no stopped "$next"
svc -c web
svc -WD -T 20 -d web
gone "$process"
gone "$next"
same "$(printf 'TERM %s\n' "$process" "$next" | sort)" "$(grep TERM web/got | sort)"
same 'down down 0' "$(state state) $(state want) $(state new-pid)"

begin
svc -k web
eventually gone "$process"
eventually gone "$next"
eventually another web "$process"
same up "$(state want)"

# The old one dies of its own: the new one is the service, and the last one after an `x`.
svc -WD -d web
begin
svc -x web
svc -t web
eventually is pid "$next"
gone "$process"
same 'up 0' "$(state state) $(state new-pid)"
svc -t web
finishes $pid 0

background supervise web
eventually svok web
begin
svc -dx web
finishes $pid 0
gone "$process"
gone "$next"
