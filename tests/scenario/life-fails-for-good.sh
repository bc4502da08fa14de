# Exit 100 of run, failure of start, exit 125 of finish: failed, and not started until told.

state() { sed -n "s/^$2 //p" "$1/supervise/state"; }
is() { [ "$(state "$1" "$2")" = "$3" ]; }
for by in run start finish; do
    service $by <<'run'
test -e fine && exec sleep 1000
exit 100
run
done
sed -i 's/exit 100/exit 3/' finish/run
touch run/notify
printf '#!/bin/sh\ntest -e fine\n' >start/start
printf '#!/bin/sh\nexit 125\n' >finish/finish
chmod 755 start/start finish/finish
for by in run start finish; do
    background supervise $by
    eventually is $by state failed
    same $by "$(state $by failed-by)"
    case $by in run) code=100 ;; start) code=1 ;; finish) code=125 ;; esac
    same "code $code" "$(state $by failed-exit)"
    same down "$(state $by want)"
    matches "$by: down * seconds, normally up" "$(svstat $by)"
    touch $by/fine
    svc -u $by
    eventually is $by state ready
    same none "$(state $by failed-by)"
    svc -dx $by
    finishes $pid 0
done
