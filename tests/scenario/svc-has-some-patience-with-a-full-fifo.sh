# Where a control fifo is full, svc waits a little, and then says that its command is not
# heard. It hangs at no number of stuck supervises.

for name in a b c; do
    mkdir -p $name/supervise
    mkfifo $name/supervise/control
done
exec 3<>a/supervise/control 4<>b/supervise/control 5<>c/supervise/control
fill() { dd if=/dev/zero of=$1 bs=4096 count=4096 oflag=nonblock 2>/dev/null || :; }
fill a/supervise/control
fill b/supervise/control
exits 0 timeout 9 svc -u a b c 2>said
cat >wanted <<'end'
svc: warning: unable to control a: supervise takes no commands, supervise/control is full
svc: warning: unable to control b: supervise takes no commands, supervise/control is full
end
diff wanted said
same u "$(head -c 1 <&5)"

# Once there is room, the command goes through, unnoticed.
background sh -c 'exec svc -d a 2>said'
svc=$pid
dd bs=65536 count=1 <&3 2>/dev/null | tr -d '\0' | grep . && fail "arrived too early"
finishes $svc 0
same '' "$(cat said)"
exits 0 timeout 1 dd bs=65536 count=1 <&3 2>/dev/null | tr -d '\0' >got
same d "$(cat got)"

# Nobody will hear any more: that is known at once.
fill b/supervise/control
background sh -c 'exec svc -d b 2>said 4<&-'
svc=$pid
waits() { [ ! -d /proc/$svc/fd ] || ls -l /proc/$svc/fd | grep -q b/supervise/control; }
eventually waits
exec 4<&-
finishes $svc 0
same 'svc: warning: unable to control b: supervise not running' "$(cat said)"
