# Where supervise may not look at the process it has adopted, as in a container that takes
# CAP_SYS_PTRACE from root, it knows how that one ended once its parent has waited for it. A
# parent that is busy is waited for; one that never waits, for a second; nobody, where the
# kernel tells nothing.

[ "$(uname)" = Linux ] || skip 'needs to be told by the kernel'
need_root
need setpriv
service web <<run
exec $nobody sh -c '
    trap "exit 7" TERM
    echo >>ready
    while :; do sleep 0.02; done
'
run
parent=$PPID
last_exit() { sed -n 's/^last-exit //p' web/supervise/state; }
is_zombie() { read -r stat <"/proc/$1/stat"; case "${stat##*) }" in Z*) ;; *) return 1 ;; esac; }
empty() { : >web/ready; chmod 666 web/ready; }
# orphan WORDS ...: they stand before the supervise that adopts.
orphan() {
    background supervise web
    eventually test -s web/ready
    eventually up web
    process=$(pid_of web)
    kill -KILL $pid
    eventually gone $pid
    background setpriv --bounding-set=-sys_ptrace --inh-caps=-sys_ptrace "$@" supervise web
    eventually svok web
    same "$process" "$(pid_of web)"
}
# Whatever happens here, the parent goes on: it ends this scenario.
make_busy() { kill -STOP $parent; (sleep 10; kill -CONT $parent) & }

empty
orphan
kill "$process"
eventually another web "$process"
[ "$(last_exit)" = 'code 7' ] || skip 'this kernel does not tell how a stranger ended'
svc -dx web
finishes $pid 0

# It is waited for for a second: a machine that has kept us from waking the parent that long
# has shown nothing.
for try in 1 2 3 4 5; do
    empty
    orphan
    make_busy
    begun=$(now)
    kill "$process"
    eventually is_zombie "$process"
    sleep 0.3
    kill -CONT $parent
    took=$(took $begun)
    eventually another web "$process"
    told=$(last_exit)
    svc -dx web
    finishes $pid 0
    [ $took -ge 900 ] || break
done
same 'code 7' "$told"

empty
orphan
make_busy
kill "$process"
eventually another web "$process"
kill -CONT $parent
same unknown "$(last_exit)"
svc -dx web
finishes $pid 0

strace -o /dev/null true 2>/dev/null || exit 0
empty
orphan strace -o calls -e trace=ioctl -e inject=ioctl:error=ENOTTY
make_busy
kill "$process"
eventually another web "$process"
kill -CONT $parent
same 1 "$(grep -c ^ioctl calls)"
same unknown "$(last_exit)"
svc -dx web
finishes $pid 0
