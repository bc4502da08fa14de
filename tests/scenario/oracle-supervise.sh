# supervise and its clients, daemontools' and ours, in all four combinations: the same life
# of a service leaves the same status, lines, files and exit codes.

oracle=/usr/bin
for program in supervise svc svstat svok; do
    [ -x $oracle/$program ] || skip "needs daemontools"
    if cmp -s $oracle/$program "$programs/$program"; then skip "needs daemontools"; fi
done

# In a transcript pids and seconds are masked; of a status the bytes from 16 on are shown.
masked() { sed 's/pid [0-9]*/pid N/; s/[0-9]* seconds/N seconds/'; }
line() { "$clients/svstat" web | masked; }
rest() { od -An -tx1 -j16 web/supervise/status | tr -d ' '; }
is() { [ "$(line)" = "web: $1" ] && [ "$(rest)" = "$2" ]; }
look() {
    line
    if [ "$(pid_of web)" -gt 0 ]; then echo "pid not 0"; else echo "pid 0"; fi
    rest
    wc -c <web/supervise/status
    c=0
    "$clients/svok" web || c=$?
    echo "svok: $c"
}
tell() {
    "$clients/svc" "$1" web
    eventually is "$2" "$3"
    echo "== svc $1"
    look
}
heard() { eventually test -s web/signals; cat web/signals; rm web/signals; }

# life SUPERVISE CLIENTS: the transcript of a service that is told everything there is.
life() {
    clients=$2
    umask 022
    service web <<'run'
trap 'echo hup >>signals' HUP
trap 'echo alrm >>signals' ALRM
trap 'echo term >>signals; exit 0' TERM
echo "$PWD" | sed 's|.*/||'
touch ready
while :; do sleep 0.02; done
run
    "$1/supervise" web >output 2>&1 &
    supervise=$!
    eventually is 'up (pid N) N seconds' 0075
    look
    eventually test -e web/ready
    # A shell starts what is in the background with INT ignored, and daemontools hands that on.
    for letter in h a; do "$clients/svc" -$letter web; heard; done
    tell -p 'up (pid N) N seconds, paused' 0175
    tell -c 'up (pid N) N seconds' 0075
    tell -d 'down N seconds, normally up' 0064
    heard
    rm web/ready
    tell -u 'up (pid N) N seconds' 0075
    eventually test -e web/ready
    before=$(pid_of web)
    "$clients/svc" -t web
    heard
    eventually runs_anew web "$before"
    look
    touch web/down
    tell -o 'up (pid N) N seconds, normally down' 0000
    tell -k 'down N seconds' 0000
    rm web/ready
    tell -u 'up (pid N) N seconds, normally down' 0075
    eventually test -e web/ready
    before=$(pid_of web)
    "$clients/svc" -du web
    heard
    eventually runs_anew web "$before"
    look
    eventually test -e web/ready
    tell -dx 'supervise not running' 0064
    heard
    c=0
    wait $supervise || c=$?
    echo "supervise: $c"
    # Ours keeps more than these beside them.
    ls -ld web/supervise | cut -d ' ' -f 1
    (cd web/supervise && ls -l control lock ok status | awk '{ print $1, $2, $5, $9 }')
    cat output
}

wait_for=
for supervises in $oracle "$programs"; do
    for clients in $oracle "$programs"; do
        name=$(echo "$supervises-$clients" | tr / _)
        mkdir "$name"
        (cd "$name" && life "$supervises" "$clients" >../"$name.life" 2>../"$name.said") &
        wait_for="$wait_for $!"
    done
done
for one in $wait_for; do wait "$one" || failed=$one; done
reference=$(echo "$oracle-$oracle" | tr / _)
for life in *.life; do
    diff "$reference.life" "$life" || fail "$life: $(cat "${life%life}said")"
done
same '' "${failed-}"

# What keeps a supervise from beginning, under either program.
mkdir -p none down plain
touch file plain/supervise
ln -s down down/down
service held </dev/null
touch held/down
background $oracle/supervise held
eventually svok held
code() { c=0; "$@" 2>&1 || c=$?; echo "exit code $c"; }
for words in '' 'a b' missing file down plain held; do
    same "$(code $oracle/supervise $words)" "$(code supervise $words)"
done
