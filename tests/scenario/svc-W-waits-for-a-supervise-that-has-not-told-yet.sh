# A supervise that has started its service and has not yet told anybody is not taken for none:
# -Wd waits until what it started is dead.

need strace
strace -o /dev/null true 2>/dev/null || skip 'may not trace'
export ASAN_OPTIONS=detect_leaks=0 # Leaks cannot be looked for under strace.
service web <<'run'
echo $$ >pid
exec sleep 1000
run
# It is slow to tell.
background strace -f -qq -o trace -e trace=renameat,renameat2 \
    -e inject=renameat,renameat2:delay_enter=500000 supervise web
supervise=$pid
eventually test -s web/pid
exits 0 svc -d -Wd -T 20 web
gone "$(cat web/pid)"
svc -x web
finishes $supervise 0
