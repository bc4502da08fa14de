# TERM comes to a new svscan while a supervise holds its lock and does not listen yet: that
# one is told to leave as well.

need strace
strace -o /dev/null true 2>/dev/null || skip 'may not trace'
export ASAN_OPTIONS=detect_leaks=0 # Leaks cannot be looked for under strace.
service all/web <<'run'
exec sleep 1000
run
background strace -f -qq -o trace -e trace=mknodat,mknod -e inject=mknodat,mknod:delay_enter=300000 \
    supervise all/web
supervise=$pid
eventually test -e all/web/supervise/lock
background strace -qq -o other -e trace=rt_sigprocmask -e inject=rt_sigprocmask:signal=TERM:when=1 svscan all
finishes $pid 0
finishes $supervise 0
no svok all/web
