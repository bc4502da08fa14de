# Ten thousand services on one command line, with hardly a descriptor to spare; with none to
# spare each service that cannot be told or asked is named.

mkdir web web/supervise
mkfifo web/supervise/ok web/supervise/control
exec 3<>web/supervise/ok 4<>web/supervise/control
printf '\377\377\377\377\377\377\377\3779012\0\0\0\0\0d' >web/supervise/status
cat <&4 >got &
reader=$!
pids="$pids $reader"
mkdir all
cd all
set --
for n in $(seq 1 100); do
    ln -s ../web $n
    set -- "$@" $n
done
dirs() { for hundred in $(seq 1 100); do printf '%s\n' "$@"; done; }
few='exec 3>&- 4>&-; ulimit -n 6; exec "$@"'
dirs "$@" | xargs -n 10000 sh -c "$few" few svc -du >../said 2>&1
dirs "$@" | xargs -n 10000 sh -c "$few" few svstat >../lines
cd ..
same '' "$(cat said)"
same 10000 "$(wc -l <lines | tr -d ' ')"
same 100 "$(sort -u lines | wc -l | tr -d ' ')"
all_there() { [ "$(wc -c <got)" = 20000 ]; }
eventually all_there
same du "$(sed 's/\(du\)*/du/' got)"

need prlimit
case $(ldd "$programs/svc" 2>&1) in *'=>'*) skip "needs programs that are linked static" ;; esac
prlimit --nofile=3 svc -d web web 2>said 3>&- 4>&-
same 'svc: warning: unable to control web: process cannot open more files
svc: warning: unable to chdir to web: process cannot open more files' "$(cat said)"
same 'web: unable to open supervise/ok: process cannot open more files
web: unable to chdir: process cannot open more files' \
    "$(prlimit --nofile=3 svstat web web 3>&- 4>&-)"
exits 111 prlimit --nofile=3 svok web 2>said 3>&- 4>&-
same 'svok: fatal: unable to open web/supervise/ok: process cannot open more files' "$(cat said)"
