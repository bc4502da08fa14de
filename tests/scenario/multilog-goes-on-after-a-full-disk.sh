# A full disk: one warning, no line lost, written on within a second of space coming back.
# TERM ends multilog within two seconds all the same; what could not be written stays in the
# pipe, whole lines of it, and nothing is written twice.

need_root
mkdir disk
mount -t tmpfs -o size=64k none disk
mkfifo pipe
exec 3<>pipe
begin() {
    multilog "$@" s16777215 ./disk/main <pipe 2>>said &
    pid=$!
    pids="$pids $pid"
    eventually [ -e disk/main/current ]
}
is_full() { ! echo x 2>/dev/null >disk/more; }
fill() { head -c 30000 /dev/zero >disk/ballast; cat /dev/zero >disk/rest 2>/dev/null || :; }

begin
echo first >&3
eventually grep -q first disk/main/current
fill
seq 10000 >&3 &
writer=$!
eventually grep -q '^multilog: warning: unable to write to ./disk/main/current, pausing: out of disk space$' said
rm disk/rest disk/ballast
mount -o remount,size=1m disk
start=$(date +%s%N)
eventually grep -qx 10000 disk/main/current
in_time $start 1000
wait $writer
same 10001 "$(wc -l <disk/main/current)"
same 1 "$(wc -l <said)"

# Leaving with a full disk.
fill
seq -f 'line %.0f' 4000 >&3 &
writer=$!
grew() { [ $(stat -c %s disk/main/current) -gt 48900 ]; }
eventually grew
eventually is_full
start=$(date +%s%N)
kill -TERM $pid
finishes $pid 0
in_time $start 2000
same '' "$(sed -n '/^line [0-9]*$/d; /^[0-9]*$/d; /^first$/d; p' disk/main/current)"
rm disk/rest disk/ballast
begin
eventually grep -q 'line 4000$' disk/main/current
wait $writer
kill -TERM $pid
finishes $pid 0
cat disk/main/@* disk/main/current 2>/dev/null | sed -n 's/^line //p' >numbers
seq 4000 | cmp - numbers || fail "lost or twice: $(wc -l <numbers)"
umount disk
