# svstat against the daemontools that is installed: the same bytes and the same exit code for
# every status there can be and for every failure. Of what daemontools itself gets wrong (it
# takes a status that cannot be read for garbage times) nothing is here.

oracle=/usr/bin
[ -x $oracle/svstat ] || skip "needs daemontools"
# A package of our own under the same names would compare us with ourselves.
if cmp -s $oracle/svstat "$programs/svstat"; then skip "needs daemontools"; fi

# both WORDS ...: a second may pass between the two programs, but not each time.
both() {
    for try in 1 2 3 4 5; do
        code=0
        $oracle/svstat "$@" >wanted 2>&1 || code=$?
        exits $code svstat "$@" >got 2>&1
        if cmp -s wanted got; then return; fi
    done
    diff wanted got
}

# bytes HEX ...: the escapes of printf(1) for them. tai SECONDS: of 8 bytes, from 1970 on.
bytes() { for hex in $(echo "$1" | sed 's/../& /g'); do printf '\\%03o' 0x$hex; done; }
tai() { bytes "$(printf %016x $((4611686018427387914 + $1)))"; }

mkdir ok
mkfifo ok/ok
exec 3<>ok/ok
number=0
# status ESCAPES: one more service with this status; a second one that is normally down.
status() {
    number=$((number + 1))
    for name in $number $number-down; do
        mkdir -p "$name/supervise"
        ln -s ../../ok/ok "$name/supervise/ok"
        printf "$1" >"$name/supervise/status"
    done
    touch $number-down/down
}
now=$(date +%s)
nano=$(bytes 1dcd6500)
ago=$(tai $((now - 5)))
for since in "$ago" "$(tai $((now + 1000)))" "$(tai 0)" "$(bytes 0000000000000000)" \
    "$(bytes ffffffffffffffff)" "$(bytes 8000000000000000)" "$(bytes 0000000000000401)"; do
    for pid in 00000000 01000000 ffffffff 00000080; do
        for rest in 0075 0064 0164 ff75; do status "$since$nano$(bytes $pid$rest)"; done
    done
done
for letter in $(seq 0 5 255) 100 117; do
    last=$(printf '\\%03o' $letter)
    status "$ago$nano\0\0\0\0\0$last"
    status "$ago$nano\1\0\0\0\0$last"
    status "$ago$nano\1\0\0\0${last}d"
done
both [0-9]*

mkdir -p sizes/supervise
ln -s ../../ok/ok sizes/supervise/ok
for size in 0 1 17 18 19 20 38 4096; do
    head -c $size /dev/zero >sizes/supervise/status
    both sizes
done

mkdir -p empty dead/supervise okdir/supervise/ok part loopy/supervise twice/supervise
mkfifo dead/supervise/ok
touch file part/supervise
ln -s loop loop
ln -s down loopy/down
ln -s ../../ok/ok loopy/supervise/
ln -s ../../ok/ok twice/supervise/
both
both missing empty dead okdir part file loop loopy twice '' 1 ./1 1/ 1//. "$PWD/1" 1/supervise -x -
both "$(printf 'new\nline')" "$(printf '\377\300')" 'two words' "$(printf '%05000d' 1)"
both 1 dead 1 missing 1
exits 0 $oracle/svstat 1 >/dev/full 2>/dev/null
exits 0 svstat 1 >/dev/full 2>/dev/null
cd 1
both . ../1 ../dead ..
