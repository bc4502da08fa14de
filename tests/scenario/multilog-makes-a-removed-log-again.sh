# A log directory, or its current, that somebody removes is made again, and what was written
# since it was last seen is in the new one.

mkfifo pipe
exec 3<>pipe
multilog t n100 s4096 ./main <pipe &
pid=$!
pids="$pids $pid"
eventually [ -e main/current ]
there() { grep -q " $1$" main/current main/@* 2>/dev/null; }
for what in main main/current; do
    echo "$what before" >&3
    eventually there "$what before"
    eventually rm -r $what
    number=0
    written() {
        number=$((number + 1))
        echo "$what $number" >&3
        there "$what 1"
    }
    eventually written
    for i in $(seq $number); do eventually there "$what $i"; done
done
same 700 "$(stat -c %a main)"
exits 111 multilog ./main </dev/null 2>said
same 'multilog: fatal: unable to lock directory ./main: temporary failure' "$(cat said)"

# One line after that is enough.
eventually rm -r main
echo 'the only one' >&3
eventually there 'the only one'

# Removed with a rotation on its way.
eventually rm -r main
seq 2000 >&3
echo done >&3
eventually there done

# Nothing is written any more: at the end it is looked as well.
eventually rm -r main
echo last >&3
exec 3>&-
finishes $pid 0
there last
