# A second TERM that comes while the first is still being told kills what is there, and
# nothing is started again.

n=0
while [ $n -lt 60 ]; do
    n=$((n + 1))
    service scan/s$n <<'run'
exec sleep 1000
run
done
background svscan scan
all_up() {
    for one in scan/s*; do up "$one" || return 1; done
}
eventually all_up
some_are_down() {
    for one in scan/s*; do down "$one" && return; done
    return 1
}
kill -TERM $pid
eventually some_are_down
kill -TERM $pid || : # It may be gone already.
finishes $pid 0
for one in scan/s*; do no svok "$one"; done
