# A supervise that waits has at most 50 KiB of memory for itself: what its start and the
# telling of a change needed is given back.

[ -r /proc/self/smaps_rollup ] || skip 'needs /proc/PID/smaps_rollup'
[ "$(getconf PAGESIZE)" = 4096 ] || skip 'needs pages of 4 KiB'
ldd "$programs/supervise" >/dev/null 2>&1 && skip 'needs a static supervise'
service web <<'run'
exec sleep 1000
run
background supervise web
supervise=$pid
eventually up web
svc -h web
small() {
    size=$(sed -n 's/^Anonymous: *\([0-9]*\) kB/\1/p' /proc/$supervise/smaps_rollup)
    echo "$size KiB" >&2
    [ "$size" -le 50 ]
}
eventually small
