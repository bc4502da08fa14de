# `e`: supervise becomes the newly installed program in place. Same pid, same child, whose exit
# code is still learnt; commands that wait are obeyed.

[ -e /proc/self/exe ] || skip 'needs /proc'
mkdir bin
cp "$programs/supervise" bin/supervise
PATH=$PWD/bin:$PATH
service web <<'run'
echo start >>starts
trap 'exit 7' TERM
touch ready
while :; do sleep 0.05; done
run
state() { sed -n "s/^$1 //p" web/supervise/state; }
is() { [ "$(state "$1")" = "$2" ]; }
background supervise web
eventually test -e web/ready
eventually is state ready
process=$(pid_of web) since=$(state since)
cp "$programs/supervise" bin/new
mv bin/new bin/supervise
printf e >web/supervise/control
became() { [ "$(readlink /proc/$pid/exe)" = "$PWD/bin/supervise" ]; }
eventually became
same "$process $since" "$(pid_of web) $(state since)"
# The old text of the program, and a second time.
rm web/supervise/state
printf eec >web/supervise/control
eventually is state ready
same "$process $pid" "$(pid_of web) $(state supervise)"
same start "$(cat web/starts)"
[ "$(ls /proc/$pid/fd | wc -l)" -le 10 ] || fail "descriptors: $(ls -l /proc/$pid/fd)"
svc -t web
eventually another web "$process"
same 'code 7' "$(state last-exit)"
printf ed >web/supervise/control
eventually is state down
svok web
svc -u web
eventually up web
svc -dx web
finishes $pid 0
