# There can be no more processes: what runs keeps running, svscan says why the rest does not,
# once, and starts it as soon as there can be.

need_root
need prlimit
user=$((100000 + $$)) # nobody else's
mkdir all
for i in 1 2 3 4 5 6; do
    service all/s$i <<'run'
exec sleep 1000
run
done
touch messages
chown -R $user all messages
chmod 755 .
background prlimit --nproc=5:100 setpriv --reuid=$user --regid=$user --clear-groups \
    sh -c 'exec svscan all 2>messages'
running() { ps -o pid= -u $user | wc -l; }
full() { [ "$(running)" -eq 5 ]; }
eventually full
eventually grep 'svscan: warning: unable to fork for s[1-6]: temporary failure' messages
before=$(for i in 1 2 3 4 5 6; do up all/s$i 2>/dev/null && pid_of all/s$i || :; done)
same 1 "$(grep -c '^svscan: warning: unable to fork' messages)"
for one in $pid $(ps -o pid= --ppid $pid); do
    setpriv --reuid=$user --regid=$user --clear-groups prlimit --pid $one --nproc=100:100
done
begun=$(now)
all_up() { for i in 1 2 3 4 5 6; do up all/s$i || return 1; done; }
eventually all_up
in_time $begun 2000 'all of them'
for one in $before; do kill -0 $one; done
kill -TERM $pid
finishes $pid 0
