# Started with 0, 1 and 2 closed, it opens nothing of its own in their place.

[ -r /proc/self/fd ] || skip 'needs /proc'
service web <<'run'
exec sleep 1000
run
background sh -c 'exec supervise web <&- >&- 2>&-'
eventually up web
for process in $pid $(pid_of web); do
    for number in 0 1 2; do same /dev/null "$(readlink /proc/$process/fd/$number)"; done
done
