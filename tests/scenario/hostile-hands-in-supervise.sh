# What somebody else could have written into supervise/ is not believed: a forged child or
# state names a process of root's, which is neither adopted nor signalled.

need_root
[ -e /proc/sys/kernel/random/boot_id ] || skip 'needs /proc'
service web <<'run'
exec sleep 1000
run
touch web/notify
chmod 755 .
background sleep 1000
victim=$pid
boot=$(cat /proc/sys/kernel/random/boot_id):$(stat -Lc %i /proc/self/ns/pid)
forge() {
    mkdir -p web/supervise
    for line in "run $victim $1 $boot u -" '' ''; do printf '%-111s\n' "$line"; done >web/supervise/child
}
goes_its_own_way() {
    background supervise web
    eventually svok web
    eventually up web
    [ "$(pid_of web)" != "$victim" ] || fail "adopted the victim: $1"
    printf '+kdx' >web/supervise/control
    finishes $pid 0
    kill -0 "$victim" || fail "killed the victim: $1"
}
# That such a file is believed when it is ours is what makes the rest a test.
forge 1000000000000000
background supervise web
eventually svok web
same 0 "$(pid_of web | grep -c "^$victim$")"
svc -dx web
finishes $pid 0
forge "$(cut -d" " -f1 /proc/uptime | tr -d .)0000000"
background supervise web
eventually svok web
same "$victim" "$(pid_of web)"
kill -KILL $pid
eventually no svok web

forge "$(cut -d" " -f1 /proc/uptime | tr -d .)0000000"
chown 65534 web/supervise/child
goes_its_own_way 'a child of another owner'
forge "$(cut -d" " -f1 /proc/uptime | tr -d .)0000000"
chmod 666 web/supervise/child
goes_its_own_way 'a child that all can write'
for group in "$victim" "-$victim" 1 0; do
    rm -r web/supervise
    background supervise web
    eventually grep -q ^groups web/supervise/state
    kill -KILL $pid
    eventually no svok web
    sed -i "s/^groups .*/groups $group/" web/supervise/state
    background supervise web
    eventually svok web
    printf '+kdx' >web/supervise/control
    finishes $pid 0
    kill -0 "$victim" || fail "killed the victim by groups $group"
done
