# Where there are too few descriptors to wait for all services, it is said once, the exit code
# is 111, and each of them is told all the same.

need prlimit
names=
for i in 1 2 3 4 5 6 7 8 9; do
    service s$i <<'run'
exec sleep 1000
run
    background supervise s$i
    names="$names s$i"
done
for name in $names; do eventually up $name; done
# Wherever in the midst of a service the last descriptor is given out.
for most in 20 21 22 23 24 25 26; do
    exits 111 prlimit --nofile=$most:$most svc -d -Wd $names 2>messages
    cat messages >&2
    same 1 "$(wc -l <messages)"
    grep -q 'unable to wait for s[2-9]: .*: process cannot open more files' messages
    for name in $names; do eventually down $name; done
    svc -u -Wu $names
done
# For one service there are enough.
exits 0 prlimit --nofile=11:11 svc -d -Wd s1
