# With backoff the pauses grow, and `u` tries at once.

service web <<'run'
date +%s%N >>starts
run
echo 60 >web/backoff
background supervise web
state() { sed -n "s/^$1 //p" web/supervise/state; }
starts() { [ "$(wc -l <web/starts)" -ge "$1" ]; }
nanoseconds() { state next-start | tr -d .; }
eventually starts 3
gap=$(($(sed -n 3p web/starts) - $(sed -n 2p web/starts)))
[ $gap -ge 1600000000 ] || fail "the second pause was $gap ns"
waits() { [ "$(state state)" = waiting ] && [ "$(state deaths-in-a-row)" = 3 ]; }
eventually waits
due=$(nanoseconds)
svc -u web
eventually starts 4
[ "$(sed -n 4p web/starts)" -lt "$due" ] || fail 'u did not try at once'
