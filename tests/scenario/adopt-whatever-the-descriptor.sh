# A child signs while it has all descriptors: any number may be its notification-fd.

[ -e /proc/self/stat ] || skip 'needs /proc'
for number in 3 4 5 6 7 8 9 10 11 12; do
    service web$number <<'run'
exec sleep 1000
run
    echo $number >web$number/notification-fd
    background supervise web$number
    eventually up web$number
    process=$(pid_of web$number)
    kill -KILL $pid
    eventually no svok web$number
    background supervise web$number
    eventually svok web$number
    same "$process" "$(pid_of web$number)"
done
