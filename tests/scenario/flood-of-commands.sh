# 10,000 `svc -t` from four processes at once: no command that comes after them is late, the
# last `u` or `d` wins, and nobody ever reads half a status.

service web <<'run'
trap : TERM
touch ready
while :; do sleep 0.05; done
run
touch web/down
background supervise web
eventually svok web
flood() {
    n=0
    while [ $n -lt 50 ]; do
        n=$((n + 1))
        printf 'tttttttttttttttttttttttttttttttttttttttttttttttttt' >web/supervise/control
    done
}
svc -u web
eventually test -e web/ready
process=$(pid_of web)
for i in 1 2 3 4; do
    flood &
    pids="$pids $!"
done
looks=0
while [ $looks -lt 40 ]; do
    looks=$((looks + 1))
    matches 'web: up (pid *) * seconds*' "$(svstat web)"
    same 18 "$(wc -c <web/supervise/status)"
    grep -q '^exec-error ' web/supervise/state
done
before=$(date +%s%N)
svc -du web
svc -k web
eventually another web "$process"
[ $(($(date +%s%N) - before)) -lt 2500000000 ] || fail 'the commands after the flood were late'
wanted_up() { [ "$(sed -n 's/^want //p' web/supervise/state)" = up ]; }
eventually wanted_up
