# What svstat costs is what it asks of the kernel: of a service that is well six things
# (whether there is a file down; ok and status are opened, closed, and one of them read).
# A service that is not well among them leads nobody astray.

need strace
strace -o /dev/null true 2>/dev/null || skip 'needs to trace'
for one in a b c; do
    service $one <<'run'
exec sleep 1000
run
    background supervise $one
    eventually up $one
done
# How many calls svstat makes for those services.
calls() {
    strace -o calls "$programs/svstat" "$@" >/dev/null
    wc -l <calls
}
one=$(calls a) three=$(calls a b c)
same 12 $((three - one))

mkdir dead dead/supervise
mkfifo dead/supervise/ok
svstat a dead b nowhere "$PWD/c" ./a/ >told
same 'a b c ./a/ up' "$(sed -n "s,^$PWD/,,; s/: up (pid [0-9]*) [0-9]* seconds$//p" told | tr '\n' ' ')up"
grep -qx 'dead: supervise not running' told
grep -qx 'nowhere: unable to chdir: file does not exist' told
