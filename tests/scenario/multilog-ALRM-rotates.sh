# ALRM rotates a log that is not empty, at once.

mkfifo pipe
exec 3<>pipe
multilog ./main ./other -* ./empty <pipe &
pid=$!
pids="$pids $pid"
eventually [ -e empty/current ]
# A signal has come when it is no longer pending.
heard() { no grep -q '^S[hi][dg]Pnd:.*[1-9a-f]' /proc/$pid/status; }
rotate() {
    kill -ALRM $pid
    eventually heard
}
finished() { [ "$(ls ${2-main} | grep -c '^@.*\.s$')" = "$1" ]; }

echo one >&3
eventually grep -q one main/current
rotate
eventually finished 1
eventually finished 1 other
same one "$(cat main/@*.s)"
same one "$(cat other/@*.s)"
same 744 "$(stat -c %a main/@*.s)"
same 644 "$(stat -c %a main/current)"
[ ! -s main/current ] || fail "current is not empty"

# An empty log is not rotated; the next line goes on.
rotate
printf 'two\nthr' >&3
eventually grep -q two main/current
finished 1 || fail "an empty log was rotated"

# What is not yet a line is for the next log.
rotate
eventually finished 2
printf 'ee\n' >&3
eventually grep -q three main/current
same three "$(cat main/current)"
no ls empty/@* 2>/dev/null
kill -TERM $pid
finishes $pid 0
