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
# A machine that is busy with something else has shown nothing: the best of several tries counts.
for try in 1 2 3 4 5; do
    rm -f broken/starts
    background supervise broken
    eventually test -s broken/starts
    begun=$(now)
    svc -dx -Wd -T 20 broken
    finishes $pid 0
    took=$(took $begun)
    [ $took -ge 900 ] || break
done
[ $took -lt 900 ] || fail "heard after $took ms"
