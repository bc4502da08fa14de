# Somebody else may have set O_NONBLOCK on what tai64n and tai64nlocal read and write: no
# reason to end early.

need perl
# hurried DESCRIPTOR PROGRAM: runs it with that descriptor set so.
hurried() {
    perl -e 'use Fcntl; my $number = shift @ARGV;
        open(my $file, "+<&=", $number) or open($file, ">&=", $number) or die $!;
        fcntl($file, F_SETFL, fcntl($file, F_GETFL, 0) | O_NONBLOCK) or die $!;
        exec { $ARGV[0] } @ARGV' "$@"
}

for program in tai64n tai64nlocal; do
    mkfifo in.$program
    hurried 0 $program <in.$program >out &
    one=$! pids="$pids $one"
    exec 3>in.$program
    echo first >&3
    eventually grep -q 'first$' out
    echo second >&3
    exec 3>&-
    finishes $one 0
    grep -q 'second$' out

    # A megabyte goes through a pipe of 64 kB, for a reader that starts late.
    head -c 1000000 /dev/zero | tr '\0' '\n' >lines
    mkfifo out.$program
    (exec 4<>out.$program; hurried 1 $program <lines >&4 && echo done >done.$program) &
    pids="$pids $!"
    eventually grep -q 'State:.*sleeping' /proc/$!/status
    [ $program = tai64n ] && size=27 || size=1
    head -c $((1000000 * size)) out.$program | tail -c 10 | od -c | grep -q '\\n'
    eventually test -e done.$program
done
