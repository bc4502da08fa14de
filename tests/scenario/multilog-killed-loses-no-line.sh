# A multilog that is killed with -9 again and again, under load, also while it rotates: every
# line is in the logs at the end, and no line is torn but the last of a log that the kill left
# unfinished. A block may be there twice. KILLS says how often (30).

[ "$(uname)" = Linux ] || skip "needs Linux's tee(2)"
kills=${KILLS:-30}

# try ARGUMENT ...: kills it that often while lines come, then lets it read to the end.
try() {
    rm -rf main pipe
    mkfifo pipe
    exec 3<>pipe
    # Blocks of a size that has nothing to do with the lines in them.
    seq -f 'line %.0f of many' 1 $lines | dd bs=1021 iflag=fullblock status=none >&3 &
    writer=$!
    pids="$pids $writer"
    for kill in $(seq $kills); do
        multilog "$@" n100000 ./main <&3 &
        pid=$!
        sleep 0.0$((kill * 7 % 10))
        kill -KILL $pid
        exits 137 wait $pid
    done
    multilog "$@" n100000 ./main <pipe &
    pid=$!
    pids="$pids $pid"
    exec 3>&-
    finishes $pid 0
    wait $writer

    # Whole lines, by number: all are there.
    cat main/@* main/current | sed -n 's/^\(@[0-9a-f]\{24\} \)\{0,1\}line \([0-9]*\) of many$/\2/p' |
        sort -nu >numbers
    seq $lines | cmp - numbers || fail "lines are missing: $(wc -l <numbers)"
    for log in main/@* main/current; do
        torn=$(grep -vcE '^(@[0-9a-f]{24} )?line [0-9]+ of many$' "$log" || :)
        case $log in *.u) torn=$((torn > 1 ? torn : 0)) ;; esac
        [ "$torn" = 0 ] || fail "$log: $torn torn lines"
    done
}

lines=${LINES:-60000}
try
try t
try t s4096
try -x s4096
