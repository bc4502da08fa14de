# 10,000 `svc -t` from four processes at once, or a million random bytes: no command that
# comes after them is late by more than a tenth of a second, the last `u` or `d` wins, and
# nobody ever reads half a status.

service web <<'run'
trap : TERM
touch ready
while :; do sleep 0.05; done
run
touch web/down
background supervise web
eventually svok web
svc -u web
eventually test -e web/ready
eventually up web
process=$(pid_of web)

wanted() { grep -qx "want $1" web/supervise/state; }
# heard LETTER WANTED: how many milliseconds it takes to be obeyed, in $took. The machine may
# be busy with something else: of several tries the best is taken.
heard() {
    begun=$(now)
    printf "$1" >web/supervise/control
    until wanted $2; do [ $(($(now) - begun)) -lt 20000000000 ] || fail "$1 was not heard"; done
    took=$((($(now) - begun) / 1000000))
    if [ $took -lt $best ]; then best=$took; fi
}
letters=$(printf '%050d' 0 | tr 0 t)
flood() {
    n=0
    while [ $n -lt 50 ]; do
        n=$((n + 1))
        printf $letters >web/supervise/control
    done
}
best=99999
for round in 1 2 3; do
    floods=
    for i in 1 2 3 4; do
        flood &
        floods="$floods $!"
    done
    looks=0
    while [ $looks -lt 10 ]; do
        looks=$((looks + 1))
        matches 'web: up (pid *) * seconds*' "$(svstat web)"
        same 18 "$(wc -c <web/supervise/status)"
        grep -q '^exec-error ' web/supervise/state
    done
    wait $floods
    heard ud down
    heard du up
done
[ $best -le $((100 * ${PATIENCE:-5})) ] || fail "late by $best ms after 10,000 commands"
# Each went to the one process that there is.
eventually test -e web/ready
svc -k web
eventually another web "$process"

best=99999
for round in 1 2 3; do
    # Without x and e, which would be obeyed, and L and +, which are for a client's letters.
    head -c 1000000 /dev/urandom | tr -d 'xeL+' >web/supervise/control
    heard u up
    heard ud down
done
[ $best -le $((100 * ${PATIENCE:-5})) ] || fail "late by $best ms after a million bytes"
kill -0 $pid
svc -u web
eventually up web
