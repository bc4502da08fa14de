# A directory as s6-supervise(8) has them: run, finish, notification-fd, down-signal, the
# timeouts, and files of no meaning. Its scripts see the same under s6 and under ours.

make_directory() {
    service "$1/web" <<'run'
code=
[ -e code ] && code=$(cat code) && rm code
trap 'echo USR2 >>seen; exit 4' USR2
[ -e deaf ] && trap 'echo deaf >>seen' USR2
echo "run in ${PWD##*/}" >>seen
[ -z "$code" ] || exit "$code"
echo >&5
while :; do sleep 0.05; done
run
    cat >"$1/web/finish" <<'finish'
#!/bin/sh
# The last is the process group, a number.
echo "finish $1 $2 $3 ${4%%[0-9]*}" >>seen
[ -e hangs ] && rm hangs && exec sleep 1000
[ "$1" = 6 ] && exit 125
exit 0
finish
    chmod 755 "$1/web/finish"
    echo 5 >"$1/web/notification-fd"
    printf 'sigusr2\n# or TERM\n' >"$1/web/down-signal"
    echo 1500 >"$1/web/timeout-kill"
    echo 1500 >"$1/web/timeout-finish"
    echo 10 >"$1/web/max-death-tally"
    mkdir "$1/web/data" "$1/web/env"
}
saw() { [ "$(tail -n 1 "$1/web/seen" 2>/dev/null)" = "$2" ]; }
ran() { [ "$(grep -c ^run "$1/web/seen" 2>/dev/null)" = "$2" ]; }
tell() { printf %s "$2" >"$1/web/supervise/control"; }
life() {
    eventually ran "$1" 1
    tell "$1" k
    eventually ran "$1" 2
    touch "$1/web/hangs" # finish is killed, and run starts all the same
    tell "$1" k
    eventually ran "$1" 3
    eventually "$2" "$1/web"
    tell "$1" d # down-signal
    eventually saw "$1" 'finish 4 0 web '
    touch "$1/web/deaf" # and KILL after timeout-kill
    tell "$1" u
    eventually ran "$1" 4
    eventually "$2" "$1/web"
    tell "$1" d
    eventually saw "$1" 'finish 256 9 web '
    echo 6 >"$1/web/code" # 125 of finish: not again
    tell "$1" u
    eventually saw "$1" 'finish 6 0 web '
}

mkdir ours theirs
make_directory ours
cd ours
background supervise web
cd ..
ours=$pid
ready() { svstat -v "$1" >/dev/null && grep -qx 'state ready' "$1/supervise/state"; }
life ours ready
failed() { grep -qx 'state failed' ours/web/supervise/state; }
eventually failed
tell ours x
finishes $ours 0

need s6-supervise
make_directory theirs
cd theirs
background s6-supervise web
cd ..
theirs=$pid
theirs_ready() { s6-svstat -o ready "$1" | grep -qx true; }
life theirs theirs_ready
tell theirs x
finishes $theirs 0
diff theirs/web/seen ours/web/seen
