# One line for each that cannot be told about, in their order, and exit code 0 all the same.

fake() {
    mkdir -p "$1/supervise"
    mkfifo "$1/supervise/ok"
    exec 3<>"$1/supervise/ok"
}
fake short; printf 12345678901234567 >short/supervise/status
fake dir; mkdir dir/supervise/status
fake none
fake down; ln -s down down/down
printf 'abcdefghijklabcd\1uVWXYZ' >long; fake good; cp long good/supervise/status
exec 4<>short/supervise/ok 5<>dir/supervise/ok 6<>none/supervise/ok 7<>down/supervise/ok
mkdir -p empty dead/supervise okdir/supervise/ok
mkfifo dead/supervise/ok
touch file
ln -s loop loop
exits 0 svstat missing file loop '' -x empty dead okdir short dir none down good >said 2>&1
sed -i 's/[0-9]* seconds/N seconds/' said
cat >wanted <<'end'
missing: unable to chdir: file does not exist
file: unable to chdir: not a directory
loop: unable to chdir: symbolic link loop
: unable to chdir: file does not exist
-x: unable to chdir: file does not exist
empty: unable to open supervise/ok: file does not exist
dead: supervise not running
okdir: unable to open supervise/ok: is a directory
short: unable to read supervise/status: bad format
dir: unable to read supervise/status: is a directory
none: unable to open supervise/status: file does not exist
down: unable to stat down: symbolic link loop
good: up (pid 1684234849) N seconds, paused
end
diff wanted said
same '' "$(svstat 2>&1)"
exits 0 svstat
