# Four starts of a service that dies at once take three seconds at least.

service web <<'run'
date +%s%N >>starts
run
begun=$(now)
background supervise web
four() { [ "$(wc -l <web/starts)" -ge 4 ]; }
eventually four
# The first of them may be slow to note its time.
fourth=$(sed -n 4p web/starts)
[ $((fourth - begun)) -ge 3000000000 ] || fail "four starts in $((fourth - begun)) ns"
