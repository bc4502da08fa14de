# No space, or no inodes, for status: it warns, once, hears commands, keeps the service, starts
# it again, and tells the status within a second of space coming back.

need_root
mkdir space inodes
mount -t tmpfs -o size=64k none space 2>/dev/null || skip 'may not mount a tmpfs'
mount -t tmpfs -o nr_inodes=20 none inodes
for disk in space inodes; do
    service $disk/web <<'run'
exec sleep 1000
run
    exec 3>&2 2>errors.$disk
    background supervise $disk/web
    exec 2>&3
    eventually up $disk/web
    # What it has exchanged and not yet removed would be room.
    settled() { grep -qx 'state ready' $disk/web/supervise/state && no ls $disk/web/supervise/*.new; }
    eventually settled
    first=$(pid_of $disk/web)
    head -c 100000 /dev/zero >$disk/filler 2>/dev/null || :
    n=0
    while true >$disk/filler$n; do n=$((n + 1)); [ $n -lt 100 ] || break; done 2>/dev/null
    svc -t $disk/web
    eventually gone "$first"
    eventually grep -qx "supervise: warning: unable to write $disk/web/supervise/status: out of disk space" errors.$disk
    same "$first" "$(pid_of $disk/web)"
    second() { ps -o pid= --ppid $pid | tr -d ' ' | grep .; }
    eventually second
    process=$(second)
    svc -p $disk/web
    stopped() { case "$(ps -o stat= -p $process)" in T*) ;; *) return 1 ;; esac; }
    eventually stopped
    rm $disk/filler*
    begun=$(now)
    eventually another $disk/web "$first"
    in_time $begun 1300 "told of relief on $disk"
    same $process "$(pid_of $disk/web)"
    matches '*, paused' "$(svstat $disk/web)"
    same 1 "$(grep -c "^supervise: " errors.$disk)"
    svc -dx $disk/web
    finishes $pid 0
done
