# Every id and every group is the account's, and there is no way back to root.

need_root
need setpriv
ids() { "$@" grep -E '^([UG]id|Groups):' /proc/self/status | tr -s '\t ' ' ' | sed 's/ $//'; }
same 'Uid: 65534 65534 65534 65534
Gid: 65534 65534 65534 65534
Groups: 65534' "$(ids setpriv --groups 0,1,2 setuidgid nobody)"
same 'Uid: 65534 65534 65534 65534
Gid: 65534 65534 65534 65534
Groups: 65534' "$(ids setpriv --groups 0,1,2 setuidgid -s nobody)"
same 'Uid: 0 0 0 0
Gid: 0 0 0 0
Groups: 0' "$(ids setpriv --groups 1,2 setuidgid root)"
chmod 700 .
exits 1 setuidgid nobody touch forbidden 2>/dev/null
chmod 777 .

# A step that fails ends it: the program never runs.
fails() {
    message=$1
    shift
    exits 111 "$@" touch started 2>said
    same "setuidgid: fatal: $message" "$(cat said)"
    no test -e started
}
fails 'unknown account nosuch' setuidgid nosuch
fails 'unknown account 65534' setuidgid 65534
fails 'unable to setgid: permission denied' $nobody setuidgid nobody
fails 'unable to setgid: permission denied' $nobody setuidgid root
fails 'unable to initgroups: permission denied' $nobody setuidgid -s root
fails 'unable to setgid: permission denied' \
    setpriv --bounding-set=-setgid setuidgid nobody
fails 'unable to setuid: permission denied' \
    setpriv --bounding-set=-setuid setuidgid nobody

# Where the kernel was told to let privileges survive, root would be one call away.
fails 'unable to leave the old account: permission denied' \
    setpriv --securebits=+no_setuid_fixup setuidgid nobody
