# Whoever waits removes its fifo, also when it is interrupted; a killed waiter's is removed by
# supervise at the next change. event/ is made for the owner of supervise/ alone.

service web <<'run'
exec sleep 1000
run
background supervise web
supervise=$pid
exits 0 svc -Wu -T 20 web
same 'drwx------' "$(ls -ld web/supervise/event | cut -c 1-10)"
waiters() { ls -A web/supervise/event | wc -l | tr -d ' '; }
have() { [ "$(waiters)" = "$1" ]; }
for signal in INT TERM HUP; do
    (trap - INT; exec env --default-signal=INT,HUP "$programs/svc" -Wd web) &
    waiter=$!
    eventually have 1
    kill -$signal $waiter
    code=0
    wait $waiter || code=$?
    same $((128 + $(kill -l $signal 2>/dev/null || case $signal in INT) echo 2 ;; TERM) echo 15 ;; HUP) echo 1 ;; esac))) $code
    have 0
done
"$programs/svc" -Wd web &
waiter=$!
eventually have 1
kill -KILL $waiter
wait $waiter || :
have 1
exits 0 svc -t -Wu -T 20 web
eventually have 0

# What waits and what is waited for need no more than a wakeup a change.
need strace
export ASAN_OPTIONS=detect_leaks=0  # which nobody can do who is traced
background strace -qq -f -e trace=ppoll,poll -o trace svc -Wd -T 20 web
waiter=$pid
eventually have 1
eventually grep -q ppoll trace
svc -h web
svc -d web
finishes $waiter 0
[ "$(grep -c poll trace)" -le 3 ] || fail "$(cat trace)"
svc -x web
finishes $supervise 0
