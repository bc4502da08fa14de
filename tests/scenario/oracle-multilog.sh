# multilog against the daemontools that is installed: the same lines in the same logs, the same
# status files, alerts, messages and exit codes, the same files with the same modes.

oracle=/usr/bin/multilog
[ -x $oracle ] || skip "needs daemontools"
# A package of our own under the same name would compare us with ourselves.
if cmp -s $oracle "$programs/multilog"; then skip "needs daemontools"; fi
mkdir theirs ours
# Thousands of logs are synced here: on a disk that others use as well that takes minutes.
for place in theirs ours; do mount -t tmpfs none $place 2>/dev/null || :; done

# Labels are what the clock makes of them, so they are all alike here; so are finished logs.
alike() { sed 's/@4[0-9a-f]\{23\}/@LABEL/g'; }

# shape DIR: names and modes, without how many finished logs there are; then all lines.
shape() {
    find "$1" -printf '%p %m\n' | alike | sort -u
    cat "$1"/@*.[su] "$1"/current 2>/dev/null | alike
    if [ -e "$1/state" ]; then echo state; cat "$1/state"; fi
}

# both ARGUMENT ...: runs the two, each in a directory of its own, with the file `in` as input.
both() {
    log multilog "$@"
    code=0
    (cd theirs && timeout -s KILL 10 $oracle "$@" <../in 2>../wanted.err) || code=$?
    got=0
    (cd ours && timeout -s KILL 10 multilog "$@" <../in 2>../got.err) || got=$?
    same "exit code $code" "exit code $got"
    alike <wanted.err >wanted
    alike <got.err >got
    compare
    for dir in d e; do
        if [ -d theirs/$dir ]; then
            (cd theirs && shape $dir) >wanted
            (cd ours && shape $dir) >got
            compare
        fi
    done
    if [ -e theirs/status ]; then
        alike <theirs/status >wanted
        alike <ours/status >got
        compare
        same "$(stat -c %a theirs/status)" "$(stat -c %a ours/status)"
    fi
}
compare() {
    cmp -s wanted got && return
    diff -a wanted got | cut -c 1-100 >&2
    fail "differs from daemontools"
}
anew() { rm -rf theirs/* ours/*; }

# Selection, alerts, status files.
{
    printf 'hello\nhello world\n\na*b\naxb\na**b\naxxb\naxbxb\nab\na\nx*y\n*\n'
    printf 'STATUS up\nnamed[135]: Cleaned cache of 3121 RRs\nfatal: out of memory\n'
    printf 'a\0b\nmulti\rple\n \n'
    for size in 198 199 200 201 973 974 975 998 999 1000 1001 1024 2000 5000; do
        head -c $size /dev/zero | tr '\0' x
        echo
    done
    printf 'no newline'
} >in
x999=$(head -c 999 /dev/zero | tr '\0' x)
for label in t Q; do
    for patterns in '' '-*' '-* +hello' '+hello -hello' '-* +hello*' '-* +a*b' '-* +a**b' \
        '-* +*b' '-* +**' '-* + ' '-a* +*b -ab' '-* +***b' '-named[*]: Cleaned*' '-* +* *' \
        '-* +STAT*' "-$x999" "-* +${x999}x" "-* +${x999}xx" '-* +*x' 'Q -* xyz +hello'; do
        anew
        set -f
        set -- $label $patterns
        set +f
        both "$@" e =status ./d -a* ./e
    done
done

# Scripts that are odd: a file or a directory named twice, a label that comes too late,
# settings behind what they are for, nothing at all in the input.
anew; both =status '-*' '+hello*' =status ./d
anew; both ./d ./d
anew; both Q t ./d
anew; both tx ./d t =status ./e
anew; both '' +hello '' ./d
anew; both '-*' ./d + =status '+*' ./e
anew; both -hello ./d s4096 n2 ./e s4096 n1000
anew; both s16777215 n1000 ./d s16777215x ./e
anew; both "$(pwd)/theirs/nowhere/d"
: >in
anew; both t e =status ./d ./e

# Twenty directories.
seq 1000 >in
anew
both t ./d ./1 ./2 ./3 ./4 ./5 ./6 ./7 ./8 ./9 ./10 ./11 ./12 '-*' ./13 ./14 '+* *9' \
    ./15 ./16 ./17 ./18 ./e
for number in $(seq 18); do
    same "$(cat theirs/$number/@* theirs/$number/current 2>/dev/null | sed 's/.* //')" \
        "$(cat ours/$number/@* ours/$number/current 2>/dev/null | sed 's/.* //')"
done

# Sizes, from empty lines to those that no log holds.
for length in 1 10 1999 2095 2097 4096 4097 9000; do
    line=$(head -c $((length - 1)) /dev/zero | tr '\0' y)
    for i in $(seq $((12000 / length + 12))); do echo "$line"; done >in
    for script in s5000 't s4096'; do
        anew
        both $script n10000 ./d
        limit=4096
        case $script in s5000*) limit=5000 ;; esac
        sizes=$(find ours/d -name '@*' -printf '%s\n' | sort -n)
        [ $(echo "$sizes" | head -n 1) -ge $((limit - 2000)) ] || fail "too small"
        [ $(echo "$sizes" | tail -n 1) -le $limit ] || fail "too large"
    done
done

# Numbers of logs, settings that make no sense, and what is kept.
seq 8000 >in
for script in n2 n3 n0 nx n n5x 's0 n3' 'sx n3' 's n3' s5000x n1000000; do
    anew
    case $script in *s*) ;; *) script="s4096 $script" ;; esac
    both_count() {
        (cd theirs && $oracle $script ./d <../in)
        (cd ours && multilog $script ./d <../in)
        # A log may have its end at another newline, so that there is one more or less.
        same "$(ls theirs/d | grep -c @ | cut -c 1)" "$(ls ours/d | grep -c @ | cut -c 1)"
        (cd theirs && tail -n 1 d/current) >wanted
        (cd ours && tail -n 1 d/current) >got
        compare
    }
    case $script in *n1000000) both $script ./d ;; *) both_count ;; esac
done

# What a crash left, in all its combinations.
echo new >in
for current in '' 644 744 600; do
    for previous in '' 644 744; do
        # daemontools would rename over a previous beside a current that was closed.
        case $current-$previous in 744-?*) continue ;; esac
        for processed in '' 644 744; do
            case $current-$processed in 744-?*) continue ;; esac
            anew
            for place in theirs ours; do
                mkdir -m 700 $place/d
                for file in current:$current previous:$previous processed:$processed \
                    state:644 newstate:644; do
                    case $file in *:) continue ;; esac
                    echo "was $file" >$place/d/${file%:*}
                    chmod ${file#*:} $place/d/${file%:*}
                done
            done
            # A newstate beside a log closed in good order is left alone there.
            case $current in 744) rm theirs/d/newstate ours/d/newstate ;; esac
            both ./d
        done
    done
done

# Processors, and what they know of the log before.
anew
seq 3000 >in
both s4096 '!cat; echo known >&5' n50 ./d

# Messages.
anew
for place in theirs ours; do
    echo file >$place/file
    mkdir $place/there
done
both ./file
both ./no/such
both =no/such
both =there
both Q xyz '' '*' e
exits 0 multilog
mkdir theirs/d ours/d
(cd theirs && sleep 60 | $oracle ./d) &
pids="$pids $!"
(cd ours && sleep 60 | multilog ./d) &
pids="$pids $!"
eventually [ -e theirs/d/current ]
eventually [ -e ours/d/current ]
both ./d
both ./e ./d
