# A scan directory made for daemontools runs under its programs, then under ours, then under
# its own again, each told what to do by the other's svc: no file in it is touched, no line
# of its log is missing, and what is in supervise/ stays what it was.

oracle=/usr/bin
for program in supervise svscan svc svstat; do
    [ -x $oracle/$program ] || skip "needs daemontools"
    if cmp -s $oracle/$program "$programs/$program"; then skip "needs daemontools"; fi
done

service made/web <<'run'
n=$(cat $STATE/last)
while n=$((n + 1)); do
    echo $n
    echo $n >$STATE/next
    mv $STATE/next $STATE/last
    sleep 0.02
done
run
service made/web/log <<'run'
exec multilog t n20 ./main
run
service made/down <<'run'
exec sleep 1000
run
touch made/down/down
service 'made/two words' <<'run'
exec 2>&1
exec sleep 1000
run
service made/.hidden <<'run'
touch started
run
mkdir state all all/empty
echo 0 >state/last
export STATE="$PWD/state"
ln -s "$PWD"/made/* "$PWD/made/.hidden" all

# Names, inodes, modes, owners, times and sizes of all but what supervise and multilog make.
tree() {
    find made all -name supervise -prune -o -name main -prune -o -printf '%p %i %m %u %g %s ' \
        \( -type d -printf '\n' -o -printf '%T@\n' \) | sort
}
# The inodes of what clients may hold open, and all modes.
kept() {
    ls -li made/*/supervise made/web/log/supervise |
        awk '$NF ~ /:$|^(control|lock|ok)$/ { print $1, $2, $NF }'
}
numbers() { cat made/web/log/main/@* made/web/log/main/current 2>/dev/null | cut -d ' ' -f 2; }
got() { [ "$(cat state/last)" -gt "$1" ]; }
ended() { for one in "$@"; do no svok "$one" || return 1; done; }
is_program() { [ ! -e /proc/$pid/exe ] || [ "$(readlink /proc/$pid/exe)" = "$1" ]; }

# run SVSCAN CLIENTS: the directory, for a while, by the svscan there; told by the svc here.
run() {
    PATH=$1:/usr/bin:/bin background svscan all
    eventually test -s made/web/log/main/current
    eventually is_program "$1/svscan"
    n=$(cat state/last)
    eventually got $((n + 5))
    eventually up 'all/two words'
    before=$(pid_of 'all/two words')
    "$2/svc" -t 'all/two words'
    eventually runs_anew 'all/two words' "$before"
    same 'all/down: down N seconds' "$("$2/svstat" all/down | sed 's/[0-9]* s/N s/')"
    matches 'all/web/log: up (pid *) * seconds' "$("$2/svstat" all/web/log)"
    kill -TERM $pid
    eventually no alive $pid
    # daemontools' svscan leaves alone, ours ends the tree. The logger reads to the end.
    "$2/svc" -dx all/* 2>ignored
    eventually ended all/web 'all/two words' all/down
    "$2/svc" -x all/web/log 2>ignored
    eventually ended all/web/log
}

run $oracle "$programs"
tree >before
kept >before.kept
run "$programs" $oracle
kept | diff before.kept -
run $oracle "$programs"
kept | diff before.kept -
tree | diff before -
no test -e made/.hidden/started
# One that was told to end before it had noted its last number has written it twice.
numbers | uniq >numbers
seq 1 "$(cat state/last)" | diff - numbers
