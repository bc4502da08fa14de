# Input that cannot be read and output that cannot be written end tai64n and tai64nlocal
# with 111, and nothing is said; a reader that went away ends them as it ends any filter.

for program in tai64n tai64nlocal; do
    exits 111 $program </ 2>said
    exits 111 $program <&- 2>>said
    echo line >text
    exits 111 $program <text >&- 2>>said
    if [ -e /dev/full ]; then exits 111 $program <text >/dev/full 2>>said; fi
    same '' "$(cat said)"

    mkfifo pipe.$program
    { code=0; yes | { $program 2>>said || code=$?; echo $code >code; } >pipe.$program; } &
    pids="$pids $!"
    head -n 1 <pipe.$program >/dev/null
    eventually test -s code
    case $(cat code) in 111 | 141) ;; *) fail "$program: exit code $(cat code)" ;; esac
    rm code
done
