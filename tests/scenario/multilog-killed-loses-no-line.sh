# A multilog that is killed with -9 again and again, while lines come as fast as they can,
# also while it rotates: every line is in the logs at the end, and no line is torn but the last
# of a log that the kill left unfinished. A block may be there twice. MULTILOG_KILLS says how
# often (10, in each of six ways).

[ "$(uname)" = Linux ] || skip "needs Linux's tee(2)"
kills=${MULTILOG_KILLS:-10}
# It is killed soon after its start, which takes long under a sanitizer.
begun=$(now)
multilog ./other </dev/null
start=$(took "$begun")

# try BLOCK ARGUMENT ...: kills it that often, then lets it read to the end. Blocks are of a
# size that has nothing to do with the lines in them.
try() {
    block=$1
    shift
    rm -rf main pipe
    mkdir -m 700 main
    mkfifo pipe
    exec 3<>pipe
    { seq -f 'line %.0f of many, none of which is lost or torn' 99999999 & echo $! >seq; wait; } |
        tee sent | dd bs=$block iflag=fullblock status=none >&3 &
    writer=$!
    pids="$pids $writer"
    # A processor that was about to be executed may hold the lock a moment longer.
    for kill in $(seq $kills); do
        eventually setlock -n main/lock true
        multilog "$@" n1000000 ./main <&3 &
        pid=$!
        sleep "0.$(printf %03d $((start + kill * 7 % 10)))"
        kill -KILL $pid
        exits 137 wait $pid
    done
    kill $(cat seq)
    eventually setlock -n main/lock true
    multilog "$@" n1000000 ./main <pipe &
    pid=$!
    pids="$pids $pid"
    exec 3>&-
    finishes $pid 0
    wait $writer

    unfinished=$(ls main | grep -c '\.u$' || :)
    [ $unfinished -ge $((kills / 3)) ] || fail "only $unfinished kills found it at work"
    find main -name '@*' -o -name current | sort | xargs awk -v lines=$(wc -l <sent) '
        FNR == 1 { if (torn > (name ~ /u$/ && at == last)) bad(); name = FILENAME; torn = 0 }
        { last = FNR; sub(/^@[0-9a-f]+ /, "") }
        /^line [0-9]+ of many, none of which is lost or torn$/ { seen[$2]; next }
        { torn++; at = FNR }
        function bad() { print name ": " torn " torn lines, one of them " at " of " last; code = 1 }
        END {
            if (torn > (at == last)) bad()
            for (i = 1; i <= lines; i++) if (!(i in seen)) { missing++; code = 1 }
            print "lines " lines ", missing " missing + 0
            exit code
        }' >&2 || fail "multilog $*"
    log "$unfinished unfinished logs after $kills kills"
}

try 1021
try 1021 t
try 1M
try 1M t s1000000
try 1021 t s4096
try 1021 '!cat' s4096
