# Commands take effect right after a start, while a start is awaited, and in their order.

service web <<'run'
exec sleep 1000
run
background supervise web
eventually up web
first=$(pid_of web)
svc -d web
eventually gone "$first"
eventually down web
matches 'web: down * seconds, normally up' "$(svstat web)"
svc -u web
eventually up web
second=$(pid_of web)
svc -du web
eventually gone "$second"
eventually another web "$second"

# A service that dies at once waits a second; `d` and `x` are heard meanwhile.
service broken <<'run'
echo started >>starts
run
background supervise broken
eventually test -s broken/starts
begun=$(date +%s%N)
svc -dx broken
finishes $pid 0
[ $(($(date +%s%N) - begun)) -lt 900000000 ] || fail 'it did not hear'
