# Services that die at once, fail for want of an interpreter, are failed by their checks or pause
# longer and longer: supervise and all that it starts use next to no CPU, and none of its own
# while it waits.

[ -r /proc/self/stat ] || skip 'needs /proc'
seconds=3
service plain <<'run'
exit 1
run
service backoff <<'run'
exit 1
run
echo 60 >backoff/backoff
service nothing <<'run'
run
printf '#!/no/such/shell\n' >nothing/run
service unfit <<'run'
trap '' TERM
echo >&3
while :; do sleep 1; done
run
echo 3 >unfit/notification-fd
echo 1 >unfit/watchdog
echo 1 >unfit/check-interval
echo 1 >unfit/check-failures
echo 1 >unfit/timeout-kill
printf '#!/bin/sh\nexit 1\n' >unfit/check
chmod 755 unfit/check

# Hundredths of a second of one core, children included.
used() { sed 's/.*) //' "/proc/$1/stat" | { read -r _ _ _ _ _ _ _ _ _ _ _ u s c d _; echo $((u + s + c + d)); }; }
all="plain backoff nothing unfit"
begun=$(now)
for one in $all; do
    background sh -c "exec supervise $one 2>/dev/null"
    eval "$one=$pid"
done
sleep $seconds
twice() { [ "$(sed -n 's/^starts //p' $1/supervise/state)" -ge 2 ]; }
eventually twice plain
eventually twice unfit
for one in $all; do
    eval "super=\$$one"
    seconds=$(($(took $begun) / 1000))
    cpu=$(used "$super")
    starts=$(sed -n 's/^starts //p' "$one/supervise/state")
    echo "$one: $cpu hundredths of a second in $seconds seconds, $starts starts"
    [ "$cpu" -le $((seconds * 5)) ] || fail "$one used $cpu hundredths of $seconds seconds"
done
for one in $all; do svc -dxk $one; done
for one in $all; do
    eval "super=\$$one"
    finishes "$super" 0
done
