# No process for a processor, no descriptor for a new file: one warning each, input flows as
# far as it can, and within two seconds of relief all is as it should be.

need_root
need prlimit
chmod 777 .
mkfifo pipe
exec 3<>pipe
$nobody multilog s4096 '!cat' ./main <pipe 2>said &
pid=$!
pids="$pids $pid"
eventually [ -e main/current ]
finished() { [ "$(ls main | grep -c '^@.*\.s$')" -ge "$1" ]; }
said() { grep -qx "multilog: warning: unable to $1" said; }
relieved() {
    start=$(date +%s%N)
    eventually finished $1
    in_time $start 2000
}

limit() { $nobody prlimit --pid $pid "$@"; }
processes=$(limit --nproc --noheadings -o SOFT)
limit --nproc=0:
seq 800 >&3
eventually said 'start processor for ./main/previous, pausing: temporary failure'
echo beside >&3
eventually grep -qx beside main/current
no finished 1
limit --nproc=$processes:
relieved 1

descriptors=$(limit --nofile --noheadings -o SOFT)
limit --nofile=3:
seq 801 3000 >&3
eventually said 'create ./main/current, pausing: .*'
sleep 1
limit --nofile=$descriptors:
relieved 4
exec 3>&-
finishes $pid 0
{ seq 800; echo beside; seq 801 3000; } >wanted
cat main/@*.s main/current | cmp - wanted
[ $(wc -l <said) -le 4 ] || fail "too many words"
