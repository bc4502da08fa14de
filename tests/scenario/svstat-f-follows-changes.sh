# -f: a line for each change, of a service whose supervise comes, goes and comes again;
# nothing is left behind.

service web <<'run'
exec sleep 1000
run
background svstat -f web >out
follower=$pid
lines() { sed 's/pid [0-9]*/pid N/; s/[0-9]* seconds/N seconds/' out; }
last() { [ "$(lines | tail -n 1)" = "web: $1" ]; }
eventually last 'unable to open supervise/ok: file does not exist'
background supervise web
supervise=$pid
eventually last 'up (pid N) N seconds'
svc -p web
eventually last 'up (pid N) N seconds, paused'
svc -c web
eventually last 'up (pid N) N seconds'
svc -dWd web
eventually last 'down N seconds, normally up'
svc -uWu web
eventually last 'up (pid N) N seconds'
svc -dxWd web
finishes $supervise 0
eventually last 'supervise not running'
background supervise web
eventually last 'up (pid N) N seconds'
has_waiter() { [ -n "$(ls web/supervise/event)" ]; }
eventually has_waiter
kill $follower
finishes $follower 143
same '' "$(ls -A web/supervise/event)"

# Whoever follows ends when nobody reads any more.
svstat -f web | head -n 1 >first
same 1 "$(wc -l <first | tr -d ' ')"
same '' "$(ls -A web/supervise/event)"

# Idle, it sleeps: nothing wakes it in a second.
need strace
export ASAN_OPTIONS=detect_leaks=0  # which nobody can do who is traced
background strace -qq -f -o trace svstat -fj web >/dev/null
eventually has_waiter
eventually grep -q ppoll trace
quiet_for 1.5 wc -l trace
svc -dx web
