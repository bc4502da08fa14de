# A process that began after the child signed, or in another boot, is somebody else.

[ -e /proc/sys/kernel/random/boot_id ] || skip 'needs /proc'
service web <<'run'
exec sleep 1000
run
boot=$(cat /proc/sys/kernel/random/boot_id)
for signature in "1000000000 $boot" "9000000000000000000 00000000-0000-0000-0000-000000000000"; do
    background sleep 1000
    other=$pid
    mkdir web/supervise
    printf '%-95s\n%-95s\n%-95s\n' "run $other $signature" '' '' >web/supervise/child
    background supervise web
    eventually up web
    [ "$(pid_of web)" != "$other" ] || fail "adopted a stranger: $signature"
    svc -dx web
    finishes $pid 0
    kill -0 "$other"
    rm -r web/supervise
done
