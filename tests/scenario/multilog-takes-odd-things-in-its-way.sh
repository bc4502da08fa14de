# Directories, links and fifos under the names that multilog uses do not stop it, and links
# are not followed; names that only look like a finished log are left alone; of the others the
# newest are kept, however many there are, and whatever their labels say of the time.

echo precious >victim
chmod 600 victim
mkdir main main/previous main/@400000000000000000000001.s
touch main/previous/inside
ln -s ../victim main/state
ln -s ../victim main/newstate
mkfifo main/processed
ln -s ../victim main/current
seq 3000 | multilog s4096 '!cat' ./main
same precious "$(cat victim)"
same 600 "$(stat -c %a victim)"
[ -e main/previous.odd@*/inside ] || fail "what was in previous is gone"
[ -d main/@400000000000000000000001.s ]
same 3000 "$(cat $(ls -d main/@* | tail -n +2) main/current | tail -n 1)"
same 3000 "$(cat $(ls -d main/@* | tail -n +2) main/current | wc -l)"

# Links under every name, one after the other.
for name in current previous processed state newstate; do
    rm -rf linked
    mkdir linked
    ln -s ../victim linked/$name
    seq 3000 | multilog s4096 n1000 '!cat' ./linked
    same 3000 "$(cat linked/@* linked/current | wc -l)"
    same precious "$(cat victim)"
    [ -L linked/$name.odd@* ] || fail "$name is gone"
done
rm -r linked

# While it runs.
mkfifo pipe
exec 3<>pipe
multilog s4096 ./main <pipe 2>said &
pid=$!
pids="$pids $pid"
echo begun >&3
eventually grep -q begun main/current
mkdir main/previous
seq 3000 >&3
echo 'still here' >&3
eventually grep -q 'still here' main/current
kill -TERM $pid
finishes $pid 0
same '' "$(cat said)"

# A lock that is a link.
mkdir linked
ln -s ../victim linked/lock
exits 111 multilog ./linked </dev/null 2>said
matches '*unable to lock directory ./linked: symbolic link loop' "$(cat said)"

# Thousands of old logs, also from a time when the clock was ahead.
mkdir stale
for i in $(seq 1000 6999); do echo stale/@40000000500000000000$i.s; done | xargs touch
touch stale/@41000000000000000000000.s stale/@4100000000000000000000000.s stale/@zzz
touch stale/@410000000000000000000000.s
seq 3000 | multilog s4096 n5 ./stale
same 4 "$(ls stale | grep -cE '^@[0-9a-f]{24}\.s$')"
[ -e stale/@41000000000000000000000.s ] && [ -e stale/@zzz ]
same 3000 "$(tail -n 1 stale/current)"
kept=$(ls -d stale/@4100000000000000000000*.s | grep -cE '^stale/@[0-9a-f]{24}\.s$')
same 4 "$kept"
same '' "$(cat stale/@410000000000000000000000.s 2>/dev/null)"
