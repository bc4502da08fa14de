# Four starts of a service that dies at once take three seconds at least.

service web <<'run'
date +%s%N >>starts
run
background supervise web
four() { [ "$(wc -l <web/starts)" -ge 4 ]; }
eventually four
first=$(sed -n 1p web/starts) fourth=$(sed -n 4p web/starts)
[ $((fourth - first)) -ge 2900000000 ] || fail "four starts in $((fourth - first)) ns"
