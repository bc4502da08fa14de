# A directory as runit(8) has them: run, finish, check, control/, log/, and a supervise that
# is a link to a place elsewhere. Its scripts see the same under runsv(8) and under ours.

make_directory() {
    mkdir -p "$1" "places/$1"
    service "$1/web" <<'run'
# What is seen comes last: then it may be told something else.
code=
[ -e code ] && code=$(cat code) && rm code
echo a line
echo "run in ${PWD##*/}" >>seen
[ -z "$code" ] || exit "$code"
exec sleep 1000
run
    service "$1/web/log" <<'run'
exec cat >>../logged
run
    mkdir "$1/web/control"
    # runit tells -1 of a process that was killed, s6 and we tell 256.
    printf '#!/bin/sh\necho "finish $1 $2" | sed "s/ -1 / 256 /" >>seen\n' >"$1/web/finish"
    printf '#!/bin/sh\nexec test -e available\n' >"$1/web/check"
    printf '#!/bin/sh\necho control h >>seen\n' >"$1/web/control/h"
    printf '#!/bin/sh\necho control t >>seen\nexit 1\n' >"$1/web/control/t"
    chmod 755 "$1/web/finish" "$1/web/check" "$1/web/control/h" "$1/web/control/t"
    ln -s "$PWD/places/$1/web" "$1/web/supervise"
}
saw() { [ "$(tail -n 1 "$1/web/seen" 2>/dev/null)" = "$2" ]; }
ran() { [ "$(grep -c ^run "$1/web/seen" 2>/dev/null)" = "$2" ]; }
tell() { printf %s "$2" >"$1/web/supervise/control"; }
life() {
    eventually ran "$1" 1
    tell "$1" h
    eventually saw "$1" 'control h'
    tell "$1" t
    eventually ran "$1" 2
    echo 3 >"$1/web/code"
    tell "$1" k
    eventually ran "$1" 4
    tell "$1" d
    eventually saw "$1" 'finish 256 15'
    eventually test -s "$1/web/logged"
}

make_directory ours
background svscan ours
scan=$pid
life ours
test -p places/ours/web/control
cp ours/web/seen seen
svc -u ours/web
unready() { svstat -v ours/web | grep -q '^    not ready: '; }
eventually unready
touch ours/web/available
exits 0 svc -Wr -T 20 ours/web
kill $scan
finishes $scan 0
same 5 "$(grep -cx 'a line' ours/web/logged)"

need runsv
make_directory theirs
background runsv theirs/web
runsv=$pid
life theirs
tell theirs x
finishes $runsv 0
diff theirs/web/seen seen
