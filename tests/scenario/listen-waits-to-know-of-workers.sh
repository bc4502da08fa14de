# A worker that cannot read the file `workers` for want of a descriptor opens no sockets as if
# there were none: that would keep the other workers out. It waits until it can.

need strace
strace -o /dev/null true 2>/dev/null || skip 'may not trace'
export ASAN_OPTIONS=detect_leaks=0  # which nobody can do who is traced
port=$("$helpers/get" free)
mkdir web
printf '#!/bin/sh\nexec "%s"\n' "$helpers/serve" >web/run
chmod 755 web/run
echo "tcp 127.0.0.1 $port" >web/listen
echo 2 >web/workers
background strace -qq -o trace -P ./workers -e trace=openat -e inject=openat:error=EMFILE:when=1 \
    supervise web/worker/0 2>said
first=$pid
eventually up web/worker/0
same 1 "$(grep -c EMFILE trace)"
grep -q '^supervise: warning: unable to use web/listen: ' said
background supervise web/worker/1
eventually up web/worker/1
eventually "$helpers/get" "$port" /
svc -dx web
finishes $first 0
finishes $pid 0
