# TERM: multilog reads on to the next newline and leaves at the first byte behind it. Where no
# newline comes it leaves within two seconds, and the beginning of the line stays in the pipe.

mkfifo pipe
exec 3<>pipe
begin() {
    multilog "$@" ./main <pipe &
    pid=$!
    pids="$pids $pid"
    eventually [ -e main/current ]
}
eventually_written() { eventually grep -q "$1" main/current; }

# Between two lines it leaves at once.
begin
echo one >&3
eventually_written one
kill -TERM $pid
finishes $pid 0
same 744 "$(stat -c %a main/current)"

# Inside a line it waits for the rest of it.
begin
printf 'two\nth' >&3
eventually_written two
kill -TERM $pid
# A signal has come when it is no longer pending.
heard() { no grep -q '^S[hi][dg]Pnd:.*[1-9a-f]' /proc/$pid/status; }
eventually heard
printf 'ree\nfour\n' >&3
finishes $pid 0
same 'one two three' "$(tr '\n' ' ' <main/current | sed 's/ $//')"
read -r rest <&3
same four "$rest"

# No newline comes.
begin
printf 'five\nsi' >&3
eventually_written five
start=$(date +%s%N)
kill -TERM $pid
finishes $pid 0
in_time $start 2000
echo x >&3
read -r rest <&3
same six "$rest"
same 'one two three five' "$(tr '\n' ' ' <main/current | sed 's/ $//')"

# HUP, INT and QUIT are no reason to lose anything either.
for signal in HUP INT QUIT; do
    begin
    echo $signal >&3
    eventually_written $signal
    kill -$signal $pid
    finishes $pid 0
done
