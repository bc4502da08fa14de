# No space and no inodes: what runs keeps running, and what does not starts within two seconds
# of relief.

need_root
mkdir all
mount -t tmpfs -o size=256k,nr_inodes=40 none all 2>/dev/null || skip "needs to mount a tmpfs"
service all/first <<'run'
exec sleep 1000
run
background sh -c 'exec svscan all 2>messages'
eventually up all/first
first=$(pid_of all/first)
service all/second <<'run'
exec sleep 1000
run
service all/.third <<'run'
echo line
exec sleep 1000
run
service all/.third/log <<'run'
exec cat >>../../../lines
run
i=0
while true >all/filler$i; do i=$((i + 1)); done 2>/dev/null || :
mv all/.third all/third
eventually grep 'svscan: warning: unable to make a fifo for third/log: out of disk space' messages
same $first "$(pid_of all/first)"
rm all/filler*
begun=$(now)
eventually up all/third
eventually grep line lines
in_time $begun 2000 'all of them'
kill -TERM $pid
finishes $pid 0
