# supervise/state: the last exit, how long the process lived, the young deaths, the next start,
# a failed exec, and a birth that goes with the pid.

service web <<'run'
test -e live && exec sleep 1000
kill -SEGV $$
run
background supervise web
state() { sed -n "s/^$1 //p" web/supervise/state; }
is() { [ "$(state "$1")" = "$2" ]; }
thrice() { [ "$(state deaths-in-a-row)" -ge 3 ]; }
eventually thrice
matches 'signal 11*' "$(state last-exit)"
matches '0.*' "$(state last-run)"
same $pid "$(state supervise)"
# Two lines of one `state`.
waits() { grep -E '^(state|next-start) ' web/supervise/state | xargs | grep -q '^state waiting next-start [0-9]*\.'; }
eventually waits
chmod 644 web/run
eventually is exec-error 'EACCES run'
chmod 755 web/run
touch web/live
eventually is state ready
same none "$(state exec-error)"
[ -e /proc/$pid/stat ] || exit 0
same "$(cat /proc/sys/kernel/random/boot_id):$(sed 's/.*) //' "/proc/$(pid_of web)/stat" | cut -d' ' -f20)" "$(state birth)"
