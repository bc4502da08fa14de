# Lines as fast as they can be had, in blocks larger than any buffer: a multilog that is killed
# loses none of them, and tears none but the last of the log that it leaves unfinished.

[ "$(uname)" = Linux ] || skip "needs Linux's tee(2)"
lines=3000000
mkfifo pipe
exec 3<>pipe
seq $lines | dd bs=1M iflag=fullblock status=none >&3 &
writer=$!
pids="$pids $writer"
alive() { kill -0 $writer 2>/dev/null; }
while alive; do
    multilog s1000000 n100000 ./main <&3 &
    pid=$!
    sleep 0.01
    kill -KILL $pid
    exits 137 wait $pid
done
multilog s1000000 n100000 ./main <pipe &
pid=$!
pids="$pids $pid"
exec 3>&-
finishes $pid 0
[ $(ls main | grep -c '\.u$') -gt 3 ] || fail "hardly a kill"
cat main/@* main/current | sort -nu >numbers
seq $lines >wanted
comm -13 --nocheck-order numbers wanted | head -n 3 >missing
same '' "$(cat missing)"
for log in main/@* main/current; do
    awk -v name="$log" 'NR > 1 && $0 != last + 1 { torn++; at = NR } { last = $0 }
        END { if (torn > (name ~ /\.u$/ && at == NR)) { print name, torn, at, NR; exit 1 } }' "$log"
done
