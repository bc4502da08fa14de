# A processor runs while lines are written on; only a second full log waits for it. It has
# descriptors 4 and 5, and a process group of its own. TERM ends one that hangs within two
# seconds, and the next start keeps what it had not finished.

mkfifo pipe
exec 3<>pipe
cat >slow <<'slow'
ps -o pgid= -p $$ >../group.new
mv ../group.new ../group
while [ ! -e ../go ]; do sleep 0.05; done
rm ../go
{ cat <&4; echo more; } >&5
sed 's/^/seen: /'
slow
begin() {
    multilog s4096 '!sh ../slow' ./main <pipe &
    pid=$!
    pids="$pids $pid"
    eventually [ -e main/current ]
}
finished() { [ "$(ls main | grep -c '^@.*\.s$')" = "$1" ]; }

begin
seq -w 1000 | sed 's/^/number /' | head -n 250 >&3
eventually [ -e group ]
echo 'beside the processor' >&3
eventually grep -q 'beside the processor' main/current
[ $(cat group) != $(ps -o pgid= -p $pid) ] || fail "the same group"
finished 0 || fail "finished too soon"

# The second one waits, and so does the line that comes then.
rm group
{ seq -w 1000 | sed 's/^/Number /' | head -n 250; echo later; } >&3
eventually grep -q 'Number 0050' main/current
no grep -q later main/current
touch go
eventually finished 1
eventually [ -e group ]
eventually grep -q later main/current
same more "$(cat main/state)"
touch go
eventually finished 2
same 'more more' "$(echo $(cat main/state))"
same 'seen: number 0001' "$(cat main/@*.s | head -n 1)"

# One that hangs.
rm group
seq 200 >&3
eventually [ -e group ]
echo last >&3
eventually grep -q last main/current
start=$(date +%s%N)
kill -TERM $pid
finishes $pid 0
in_time $start 2000
# Whose children are dead, but perhaps not yet waited for.
no_group() { no kill -0 -"$(cat group)"; }
eventually no_group
same 644 "$(stat -c %a main/current)"
[ -e main/previous ] || fail "previous is gone"

begin
unfinished() { [ "$(ls main | grep -c '^@.*\.u$')" = "$1" ]; }
eventually unfinished 2
same last "$(cat main/@*.u | tail -n 1)"
same 200 "$(cat main/@*.u | grep -c '^[0-9]')"
kill -TERM $pid
finishes $pid 0
