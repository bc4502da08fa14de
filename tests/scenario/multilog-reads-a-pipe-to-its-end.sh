# However blocks and lines fall, what comes through a pipe is written whole: from a writer that
# is faster than multilog, from one that stops in the middle of a line, and from both.

seq 400000 >numbers
for size in 100 65536 65537 262144 1000000 2500000; do
    for first in t -x; do
        rm -rf main
        head -c $size numbers | multilog $first s16777216 ./main
        sed 's/^@[0-9a-f]* //' main/current | head -c $size >got
        head -c $size numbers | cmp - got
    done
done

# A writer that waits in the middle of a line, behind blocks of any size.
mkfifo pipe
for size in 10 1001 65530 100003 300001; do
    rm -rf main
    multilog s16777216 ./main <pipe &
    pid=$!
    pids="$pids $pid"
    exec 3>pipe
    head -c $size numbers >&3
    written=$(head -c $size numbers | wc -l)
    lines() { [ "$(wc -l <main/current)" = "$1" ]; }
    eventually lines $written
    echo ' and the rest' >&3
    eventually lines $((written + 1))
    printf 'the end' >&3
    exec 3>&-
    finishes $pid 0
    { head -c $size numbers; printf ' and the rest\nthe end\n'; } | cmp - main/current
done

# One write that is larger than the pipe, and no other: nothing is left waiting.
lines=$(head -c 700001 numbers | wc -l)
for round in 1 2 3 4 5 6 7 8; do
    rm -rf main
    multilog s16777216 ./main <pipe &
    pid=$!
    pids="$pids $pid"
    exec 3>pipe
    dd if=numbers bs=700001 count=1 status=none >&3
    all() { [ "$(wc -l <main/current)" = $lines ]; }
    eventually all
    exec 3>&-
    finishes $pid 0
done
