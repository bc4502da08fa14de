# Two descriptors a log pipe. Where they run out, what can run runs, svscan says why the rest
# does not, once, and starts it when there is room.

mkdir all
for i in $(seq 14); do
    service all/logged$i <<'run'
exec sleep 1000
run
    service all/logged$i/log <<'run'
exec cat
run
done
service all/z <<'run'
exec sleep 1000
run
ulimit -n 24
background sh -c 'exec svscan all 2>messages'
running() { for dir in all/logged*; do if svok $dir && svok $dir/log; then echo $dir; fi; done; }
some() { [ "$(running | wc -l)" -ge 6 ]; }
eventually some
eventually up all/z
[ "$(running | wc -l)" -le 9 ] || fail "more pipes than descriptors"
grep 'svscan: warning: unable to create pipe for logged.*: process cannot open more files' messages
grep 'svscan: warning: each log pipe takes two descriptors, and only 24 may be open' messages
same 2 "$(wc -l <messages)"
# Room is made.
for dir in $(running); do mv $dir .; done
kill -HUP $pid
remaining() { for dir in all/logged*; do svok $dir/log || return 1; done; }
eventually remaining
