# TERM, ALRM and the end of input while lines come as fast as they can: the next multilog goes
# on where the one before stopped, and each byte is in the logs once, in its order.

in_use() { [ "$(stat -c %a main/current)" = 644 ]; }

# try ARGUMENT ...
try() {
    rm -rf main
    [ -p pipe ] || mkfifo pipe
    exec 3<>pipe
    { seq -f 'line %.0f' 99999999 & echo $! >seq; wait; } |
        tee sent | dd bs=1021 iflag=fullblock status=none >&3 &
    writer=$!
    pids="$pids $writer"
    for life in 1 2 3 4 5 6 7 8 9; do
        multilog "$@" n1000000 ./main <&3 &
        pid=$!
        eventually in_use
        kill -ALRM $pid
        sleep 0.00$life
        kill -ALRM $pid
        kill -TERM $pid
        exits 0 wait $pid
        same 744 "$(stat -c %a main/current)"
    done
    multilog "$@" n1000000 ./main <pipe &
    pid=$!
    pids="$pids $pid"
    exec 3>&-
    kill $(cat seq)
    finishes $pid 0
    # What was killed may have stopped in the middle of a line.
    [ -z "$(tail -c 1 sent)" ] || echo >>sent
    cat main/@*.s main/current | sed 's/^@[0-9a-f]\{24\} //' | cmp - sent
    no ls main/@*.u 2>/dev/null
    [ $(ls main | grep -c '^@') -ge 9 ] || fail "hardly a rotation"
}

try s16777215
try t s16777215
try t s50000

# A file is left at the first byte that was not written, here for want of a processor's end.
rm -rf main
seq 20000 >sent
exec 4<sent
multilog s4096 '!sleep 60' ./main <&4 &
pid=$!
pids="$pids $pid"
full() { [ -e main/previous ] && [ "$(stat -c %s main/current)" -gt 2096 ]; }
eventually full
kill -TERM $pid
finishes $pid 0
multilog s16777215 ./main <&4
cat main/@*.u main/current | cmp - sent
