# A process that makes its directory modern and ends while supervise is still busy with its
# start: finish is run for it.

need strace
strace -o /dev/null true 2>/dev/null || skip 'needs to trace'
service web <<'run'
echo >>started
case $(wc -l <started) in
1) sleep 1.1 ;;
2)
    printf '#!/bin/sh\necho "$1" >>ends\n' >finish
    chmod 755 finish
    exit 7
    ;;
*) exec sleep 1000 ;;
esac
run
background strace -o /dev/null -e trace=sched_yield -e inject=sched_yield:delay_exit=500000:when=2 \
    supervise web
third() { [ "$(wc -l <web/started)" -ge 3 ]; }
eventually third
same 7 "$(head -n 1 web/ends)"
