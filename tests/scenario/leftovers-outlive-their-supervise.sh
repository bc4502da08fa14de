# What a service left behind is known to the next supervise, too, and `+k` reaches it; who
# only has the number of such a group, because it began later or in another boot, is nobody's.

[ -e /proc/sys/kernel/random/boot_id ] || skip 'needs /proc'
service web <<'run'
sleep 1000 &
echo $! >child
exec sleep 1000
run
touch web/notify
state() { sed -n "s/^$1 //p" web/supervise/state; }
is() { [ "$(state "$1")" = "$2" ]; }
background supervise web
eventually test -s web/child
eventually up web
leave() {
    child=$(cat web/child)
    leader=$(pid_of web)
    rm web/child
    svc -t web
    eventually is groups "$leader"
    eventually test -s web/child
}
leave
eventually another web "$leader"
service=$(pid_of web)
kill -KILL $pid
eventually no alive $pid
background supervise web
eventually is supervise $pid
same "$service $leader" "$(pid_of web) $(state groups)"
rm web/child
printf +k >web/supervise/control
eventually no alive "$child"
eventually another web $service
service=$(pid_of web)
eventually grep -q "^pid $service" web/supervise/state
eventually test -s web/child
# The second one's is left now: down, with a supervise that is killed in between.
svc -d web
eventually is state down
same "$service" "$(state groups)"
first=$(ps -o pid= -g "$service" | tr -d ' ')
kill -KILL $pid
eventually no alive $pid
touch web/down
cp web/supervise/state before
background supervise web
eventually is supervise $pid
same "$service" "$(state groups)"
svc -dx web
finishes $pid 0

boot=$(cat /proc/sys/kernel/random/boot_id)
seen=$(sed -n 's/^groups-seen //p' before)
for other in "${seen%:*}:1000000000" "00000000${boot#????????}:${seen#*:}" "${seen##*:}" none; do
    sed "s/^groups-seen .*/groups-seen $other/" before >web/supervise/state
    background supervise web
    eventually is supervise $pid
    same none "$(state groups)"
    printf +k >web/supervise/control
    svc -dx web
    finishes $pid 0
    for one in $first; do kill -0 $one; done
done
kill $first
