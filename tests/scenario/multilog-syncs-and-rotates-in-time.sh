# D says how soon lines are safe on disk, R how old a log may become.

need strace
export ASAN_OPTIONS=detect_leaks=0
mkfifo pipe
exec 3<>pipe
strace -ttt -T -e trace=fdatasync,writev,fsync -o calls multilog D1000 s4096 ./main <pipe 3>&- &
strace=$!
pids="$pids $strace"
eventually [ -e main/current ]
for line in $(seq 15); do
    echo "$line" >&3
    sleep 0.1
done
eventually grep -q fdatasync calls
seq 1500 >&3
exec 3>&-
finishes $strace 0
# No write is more than a second old when what was written is safe.
awk -v most="${PATIENCE:-5}" '
    /writev/ && !since { since = $1 }
    /sync/ {
        age = $1 + substr($NF, 2) - since
        if (age > oldest) oldest = age
        since = 0
        syncs++
    }
    END { print syncs " syncs, the oldest line " oldest; exit since || oldest > most || syncs < 4 }' calls

strace -e trace=fdatasync -o calls multilog D0 ./main <<'lines'
two
lines
grep -q fdatasync calls || fail "not synced at once"
strace -e trace=fdatasync -o calls multilog ./main <<'lines'
three
lines
no grep -q fdatasync calls

# By age, while lines come and while none do; an empty log never.
exec 3<>pipe
multilog R1 ./aged <pipe &
pid=$!
pids="$pids $pid"
finished() { [ "$(ls aged | grep -c '^@.*\.s$')" = "$1" ]; }
echo one >&3
eventually finished 1
same one "$(cat aged/@*.s)"
[ ! -s aged/current ]
sleep 1.2
finished 1
echo two >&3
eventually finished 2
kill -TERM $pid
finishes $pid 0

# A log that a multilog before this one began has the age that it has.
mkdir -m 700 old
touch old/@400000003b9aca0000000000.s
echo one >old/current
chmod 744 old/current
multilog R1000000000 ./old </dev/null
same one "$(cat old/current)"
multilog R100000000 ./old </dev/null
same one "$(cat "$(ls old/@*.s | tail -n 1)")"
