# tai64n, tai64nlocal and readproctitle against the daemontools that is installed.

oracle=/usr/bin
for program in tai64n tai64nlocal readproctitle; do
    [ -x $oracle/$program ] && [ "$programs" != $oracle ] || skip "needs daemontools"
    # A package of our own under the same names would compare us with ourselves.
    if cmp -s $oracle/$program "$programs/$program"; then skip "needs daemontools"; fi
done

# both ZONE: the same output and exit code for the file `in`.
both() {
    wanted=0 got=0
    TZ=$1 $oracle/tai64nlocal <in >wanted || wanted=$?
    TZ=$1 tai64nlocal <in >got || got=$?
    cmp wanted got || fail "TZ=$1: $(cat in)"
    same $wanted $got
}

# Lines for which daemontools dies (moments without a calendar) are not among these.
while IFS= read -r line; do
    printf '%s\n' "$line" >in
    for zone in UTC0 US/Pacific :Asia/Kolkata Europe/Berlin Australia/Lord_Howe \
        right/Europe/London nowhere '' XYZ3ABC '<+1245>-12:45'; do
        both "$zone"
    done
done <<'lines'
@4000000037c219bf2ef02e94 mark
@4000000037c219bf2ef02e94
@4000000037c219bf2ef02e94mark
@4000000037c219bf2ef02e94ABCDEF
@4000000037c219bf2ef02e94	tab
@4000000037c219bf2ef02e94 mark @4000000037c219bf2ef02e94 again
plain
 @4000000037c219bf2ef02e94 mark
x@4000000037c219bf2ef02e94
@400000000000000000000000 ten seconds before 1970
@400000000000000a00000000 1970
@3fffffffffffffff00000000 before the family's zero
@3ffffff1886e090a00000005 the year 1
@40000000800000090000000a the first second too large for 32 bits
@400000010000000900000000 the first second too large for 32 bits without a sign
@4000003afff4418a00000000 the year 10000
@400000f000000000000000aa the year 34634
@40f0000000000000000000aa the year 2140702833
@4000000037c219bf3b9ac9ff the last nanosecond
@4000000037c219bf3b9aca00 one more
@4000000037c219bfffffffff all of them
lines
printf 'abc' >in
both UTC0
printf '@4000000037c219bf2ef02e94 abc' >in
both UTC0
printf '\0\377\n@4000000037c219bf2ef02e94\0\377' >in
both UTC0
awk 'BEGIN {
    srand(4)
    for (i = 0; i < 20000; i++)
        printf "@40000000%08x%08x %s\n", rand() * 4294967295, rand() * 999999999, rand()
}' >in
both America/New_York

# Labels tell the moment, so only their form and the rest of the lines compare.
bare() { sed 's/^@[0-9a-f]\{24\} /LABEL /'; }
for text in '' a 'a\n' '\n\n' 'a\nb' '\0\377 \r\n@4000000037c219bf2ef02e94\n'; do
    printf "$text" | $oracle/tai64n | bare >wanted
    printf "$text" | tai64n | bare >got
    cmp wanted got || fail "tai64n: $text"
done
# The two clocks agree: one right after the other, in order.
{ echo | $oracle/tai64n; echo | tai64n; echo | $oracle/tai64n; } >labels
LC_ALL=C sort -c labels

# code PROGRAM ...: its exit code and what it said.
code() { c=0; "$@" 2>&1 || c=$?; echo "exit code $c"; }
for program in tai64n tai64nlocal 'readproctitle .....'; do
    same "$(code $oracle/$program </)" "$(code $program </)"
    same "$(code $oracle/$program <&-)" "$(code $program <&-)"
    same "$(code $oracle/$program -x words ..... </dev/null)" \
        "$(code $program -x words ..... </dev/null)"
done
for program in tai64n tai64nlocal; do
    echo a >in
    same "$(code $oracle/$program <in >/dev/full)" "$(code $program <in >/dev/full)"
done
for words in '' a '....' 'a ....' .....; do
    same "$(code $oracle/readproctitle $words </dev/null)" \
        "$(code readproctitle $words </dev/null)"
done
