# svscan comes while a supervise holds its lock and does not listen yet: no second one, and no
# word of a lock. Where nobody comes of it, svscan starts its own.

need strace
strace -o /dev/null true 2>/dev/null || skip 'may not trace'
service all/web <<'run'
echo start >>starts
exec sleep 1000
run
# It is slow to make its fifos.
background strace -f -qq -o trace -e trace=mknodat,mknod -e inject=mknodat,mknod:delay_enter=200000 \
    supervise all/web
eventually test -e all/web/supervise/lock
background sh -c 'exec svscan all 2>messages'
svscan=$pid
eventually svok all/web
eventually up all/web
eventually test -s all/web/starts
same start "$(cat all/web/starts)"
service all/late <<'run'
exec sleep 1000
run
eventually up all/late
same 1 "$(ps -o pid= --ppid $svscan | wc -l)"
kill -TERM $svscan
finishes $svscan 0

# What a killed supervise left between fork and exec holds the lock, too.
background setlock all/web/supervise/lock sleep 0.5
holder=$pid
eventually no setlock -n all/web/supervise/lock true
background sh -c 'exec svscan all 2>>messages'
eventually up all/late
eventually up all/web
eventually no alive $holder
same '' "$(cat messages)"
kill -TERM $pid
finishes $pid 0

# Somebody who only holds it: then there is a word.
background setlock all/web/supervise/lock sleep 1000
holder=$pid
eventually no setlock -n all/web/supervise/lock true
background sh -c 'exec svscan all 2>>messages'
eventually grep 'unable to acquire web/supervise/lock: temporary failure' messages
kill -TERM $pid
finishes $pid 0
