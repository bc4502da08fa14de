# Who tells many runs ahead of those it wakes, where it may, until it begins to wait; where it
# may not, all are told all the same.

[ "$(uname)" = Linux ] || skip "needs strace"
need strace
strace -o /dev/null true 2>/dev/null || skip 'may not trace'
need_root
for name in one two three; do
    service $name <<'run'
exec sleep 1000
run
    background supervise $name
done
for name in one two three; do eventually up $name; done
all_are() { for name in one two three; do grep -qx "want $1" $name/supervise/state || return 1; done; }
# seen OPTION ...: what svc did, in order: ahead, back, told, waited.
seen() {
    strace -o calls "$@"
    sed -n 's/^sched_setscheduler.*SCHED_FIFO, .*= 0$/ahead/p
        s/^sched_setscheduler.*SCHED_OTHER, .*= 0$/back/p
        s/^write([0-9]*, "[du]", 1) .*/told/p
        s/^ppoll.*/waited/p' calls | uniq | tr '\n' ' '
}
ahead=$(seen svc -d one two three)
case $ahead in
'ahead told ') ;;
'told ') skip 'may not run ahead' ;;
*) fail "did: $ahead" ;;
esac
eventually all_are down
same 'ahead told back waited ' "$(seen svc -u -Wu one two three)"
all_are up
same 'told ' "$(seen svc -d one)"
matches 'told *' "$(seen svc -s -u -Wu one two three)"

same 'told ' "$(seen -e inject=sched_setscheduler:error=EPERM svc -d one two three)"
eventually all_are down
as_nobody true || skip 'needs setpriv'
for name in one two three; do chown -R nobody $name; done
same 'told ' "$(seen $nobody svc -u one two three)"
eventually all_are up
