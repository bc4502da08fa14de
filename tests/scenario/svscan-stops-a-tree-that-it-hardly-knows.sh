# svscan is killed, and the next one told TERM before it has looked: all that the first one left
# running ends, and no line is lost.

need strace
strace -o /dev/null true 2>/dev/null || skip 'may not trace'
cat >run <<'run'
#!/bin/sh
trap 'echo last; exit 0' TERM
echo first
while :; do sleep 0.05; done
run
chmod 755 run
for i in $(seq 12); do
    mkdir -p all/s$i
    cp run all/s$i/run
    service all/s$i/log <<'run'
exec cat >>lines
run
done
mkdir -p all/alone
cp run all/alone/run
mkdir -p all/crew
cp run all/crew/run
echo 2 >all/crew/workers
all='all/alone all/crew/worker/0 all/crew/worker/1'
for i in $(seq 12); do all="$all all/s$i all/s$i/log"; done
background sh -c 'exec svscan all >/dev/null 2>&1'
for one in $all; do eventually up $one; done
for i in $(seq 12); do eventually grep first all/s$i/log/lines; done
kill -KILL $pid
eventually no alive $pid
# TERM is there as soon as it hears signals. (Leaks cannot be looked for under strace.)
export ASAN_OPTIONS=detect_leaks=0
background strace -qq -o trace -e trace=rt_sigprocmask -e inject=rt_sigprocmask:signal=TERM:when=1 svscan all
finishes $pid 0
for one in $all; do no svok $one; done
for i in $(seq 12); do same last "$(tail -n 1 all/s$i/log/lines)"; done
