# D says how soon lines are safe on disk, R how old a log may become.

need strace
export ASAN_OPTIONS=detect_leaks=0
mkfifo pipe
exec 3<>pipe
strace -f -e trace=fdatasync,writev,fsync -o calls multilog D400 ./main <pipe 3>&- &
strace=$!
pids="$pids $strace"
eventually [ -e main/current ]
echo one >&3
eventually grep -q 'writev' calls
eventually grep -q 'fdatasync' calls
exec 3>&-
finishes $strace 0
strace -e trace=fdatasync -o calls multilog D0 ./main <<'lines'
two
lines
grep -q fdatasync calls || fail "not synced at once"
strace -e trace=fdatasync -o calls multilog ./main <<'lines'
three
lines
no grep -q fdatasync calls

exec 3<>pipe
multilog R1 ./aged <pipe &
pid=$!
pids="$pids $pid"
echo one >&3
aged() { ls aged/@*.s; }
eventually aged
same one "$(cat aged/@*.s)"
kill -TERM $pid
finishes $pid 0
