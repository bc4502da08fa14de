# A child signs while it has all descriptors: any number may be its notification-fd, up to the
# highest that it may have.

[ -e /proc/self/stat ] || skip 'needs /proc'
ulimit -S -n 1000
for number in 3 4 5 6 7 8 9 10 11 12 999; do
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
    same "$number" "$(ls /proc/"$process"/fd | grep -vx '[012]')"
done
