# svc -s goes from worker to worker (and from service to service): the next one gets its
# letters when the one before is ready. One that is not ready in time, or has failed for good,
# stops the rest.

service all/web <<'run'
echo "$1 starts" >>order
[ ! -e "slow.$1" ] || exec sleep 1000
[ ! -e "bad.$1" ] || exit 100
sleep 0.2
echo "$1 ready" >>order
echo >&3
exec sleep 1000
run
echo 3 >all/web/notification-fd
echo 3 >all/web/workers
service all/db <<'run'
exec sleep 1000
run
background svscan all
svc -Wr all/web all/db
rm all/web/order
pids_of() { for n in "$@"; do pid_of all/web/worker/$n; done | xargs; }
all_new() { for n in 0 1 2; do another all/web/worker/$n "$1" && shift; done; }

before=$(pids_of 0 1 2)
svc -t all/web -s
all_new $before
in_turn='0 starts 0 ready 1 starts 1 ready 2 starts 2 ready'
same "$in_turn" "$(xargs <all/web/order)"
rm all/web/order
before=$(pids_of 0 1 2)
svc -T10 -st all/web all/db
all_new $before
same "$in_turn" "$(xargs <all/web/order)"

# One is too slow, and the others are left alone.
touch all/web/slow.1
before=$(pids_of 2)
exits 99 svc -st -T 3 all/web 2>message
same 'svc: warning: all/web/worker/1 is not ready in time' "$(cat message)"
same "$before" "$(pids_of 2)"

# One fails for good.
rm all/web/slow.1
touch all/web/bad.1
svc -t all/web/worker/1
exits 102 svc -s -t all/web 2>message
same 'svc: warning: all/web/worker/1 has failed for good' "$(cat message)"
same "$before" "$(pids_of 2)"
rm all/web/bad.1

# What is kept down is passed by.
svc -u -Wr all/web/worker/1
svc -d -Wd all/web/worker/1
svc -st -T 10 all/web
no svup all/web/worker/1
[ "$before" != "$(pids_of 2)" ]

# What is told to be down is waited for to be down.
svc -sd -T 10 all/web
same 3 "$(svstat all/web | grep -c ': down')"

# After -- it is the name of a directory.
exits 111 svc -st all/none 2>/dev/null
exits 0 svc -t -- -s 2>message
same 'svc: warning: unable to chdir to -s: file does not exist' "$(cat message)"
