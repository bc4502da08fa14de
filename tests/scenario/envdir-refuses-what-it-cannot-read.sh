# The program does not run with half an environment: whatever cannot be read is named, 111.

told() {
    exits 111 "$@" touch started 2>said
    same "$message" "$(cat said)"
    no test -e started
}
mkdir -p sub/DIR loop fifo long
message='envdir: fatal: unable to switch to directory missing: file does not exist'
told envdir missing
: >file
message='envdir: fatal: unable to switch to directory file: not a directory'
told envdir file
message='envdir: fatal: unable to read sub/DIR: is a directory'
told envdir sub
ln -s L loop/L
message='envdir: fatal: unable to read loop/L: symbolic link loop'
told envdir loop
mkfifo fifo/F
exec 9<>fifo/F
message='envdir: fatal: unable to read fifo/F: temporary failure'
told envdir fifo

# A line that no program could be given is not read to its end, be it a terabyte.
truncate -s 1T long/L 2>/dev/null || truncate -s 1G long/L
message='envdir: fatal: unable to read long/L: file too big'
told envdir long
head -c 1000000 /dev/zero | tr '\0' x >long/L
message='envdir: fatal: unable to run touch: argument list too long'
told envdir long

[ "$(id -u)" = 0 ] || exit 0
chmod 777 .
mkdir closed hidden
: >closed/A
chmod 600 closed/A
message='envdir: fatal: unable to read closed/A: access denied'
told as_nobody envdir closed
chmod 711 hidden
message='envdir: fatal: unable to read directory hidden: access denied'
told as_nobody envdir hidden
