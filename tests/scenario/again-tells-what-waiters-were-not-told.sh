# Changes that waiters could not be told for want of descriptors are told by the next program:
# all of them, each once.

need strace
strace -o /dev/null true 2>/dev/null || skip 'may not trace'
[ -e /proc/self/exe ] || skip 'needs /proc'
mkdir bin
cp "$programs/supervise" bin/supervise
PATH=$PWD/bin:$PATH
service web <<'run'
exec sleep 1000
run
background supervise web
supervise=$pid
eventually up web
mkdir -p web/supervise/event
mkfifo web/supervise/event/waiter
background sh -c 'exec cat <>web/supervise/event/waiter >heard'
process=$(pid_of web)
svc -k web
eventually another web "$process"
eventually grep -q 'dsur$' heard
# Its first start may be told there as well.
before=$(cat heard)

background strace -qq -o trace -P event -e trace=openat -e inject=openat:error=EMFILE -p $supervise
tracer=$pid
attached() { grep -q '^TracerPid:.*[1-9]' /proc/$supervise/status; }
eventually attached
svc -d web
eventually grep -q EMFILE trace
eventually down web
cp "$programs/supervise" bin/new
mv bin/new bin/supervise
svc -e web
became() { [ "$(readlink /proc/$supervise/exe)" = "$PWD/bin/supervise" ]; }
eventually became
refused=$(grep -c EMFILE trace)
again() { [ "$(grep -c EMFILE trace)" -gt "$refused" ]; }
eventually again
same "$before" "$(cat heard)"
kill $tracer
eventually grep -q dsurdD heard
svc -u web
eventually grep -q 'Dsur$' heard
same "${before}dDsur" "$(cat heard)"
svc -dx web
finishes $supervise 0
