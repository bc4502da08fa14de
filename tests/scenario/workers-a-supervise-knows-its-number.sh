# `supervise web/worker/2`, where web holds `workers`: files and working directory are those
# of web, supervise/ and a `down` of its own are in worker/2. run and start get the number.

service web <<'run'
echo "$1 $WORKER $PWD" >>"ran.$1"
exec sleep 1000
run
printf '#!/bin/sh\necho "start $1 $WORKER" >>"started.$1"\n' >web/start
printf '#!/bin/sh\necho "$*" >>"finished.$WORKER"\n' >web/finish
chmod 755 web/start web/finish
echo 4 >web/workers

# What is missing is made, by whatever way the directory is named.
background supervise web/worker/2
two=$pid
mkdir -p web/worker/3
background sh -c 'cd web/worker/3; exec supervise .'
three=$pid
eventually up web/worker/2
eventually up web/worker/3
same drwx------ "$(ls -ld web/worker/2/supervise | cut -c1-10)"
test ! -e web/supervise
for n in 2 3; do eventually test -s web/ran.$n; done
same "2 2 $PWD/web" "$(cat web/ran.2)"
same "start 2 2" "$(cat web/started.2)"
same "3 3 $PWD/web" "$(cat web/ran.3)"

# Clients of any make find it; finish keeps its arguments.
process=$(pid_of web/worker/2) other=$(pid_of web/worker/3)
matches 'web/worker/2: up (pid *) * seconds' "$(svstat web/worker/2)"
svok web/worker/2
svup web/worker/2
svc -t -Wr web/worker/2
another web/worker/2 "$process"
same "256 15 web/worker/2 $process" "$(cat web/finished.2)"
same "$other" "$(pid_of web/worker/3)"

# A new program, and a new supervise, are still that worker's.
process=$(pid_of web/worker/2)
svc -e web/worker/2
svc -t -Wr web/worker/2
same "2 2 $PWD/web" "$(tail -n 1 web/ran.2)"
process=$(pid_of web/worker/2)
kill -KILL $two
eventually gone $two
background supervise web/worker/2/
two=$pid
eventually svok web/worker/2
same "$process" "$(pid_of web/worker/2)"

# A deleted directory of its own is made again.
rm -r web/worker/2
kill -HUP $two
eventually svok web/worker/2
svc -dx -Wd web/worker/2
finishes $two 0
svc -dx web/worker/3
finishes $three 0

# `down` keeps one down, or all.
state() { sed -n 's/^state //p' web/worker/$1/supervise/state; }
is_down() { [ "$(state $1)" = down ] && [ "$(pid_of web/worker/$1)" = 0 ]; }
touch web/worker/2/down
background supervise web/worker/2
eventually is_down 2
background supervise web/worker/0
eventually up web/worker/0
touch web/down
background supervise web/worker/1
eventually is_down 1
same 1 "$(wc -l <web/started.2)"
for n in 0 1 2; do svc -dx -Wd web/worker/$n; done

# Without the file, and elsewhere, a directory is what it is.
rm web/down web/workers
exits 111 supervise web/worker/9 2>message
same 'supervise: fatal: unable to chdir to web/worker/9: file does not exist' "$(cat message)"
echo 4 >web/workers
exits 111 supervise web/worker/1000 2>message
same 'supervise: fatal: unable to chdir to web/worker/1000: file does not exist' "$(cat message)"
exits 0 supervise -n web/worker/1
chmod 644 web/run web/start
exits 1 supervise -n web/worker/1
