# A supervise that was started by hand is taken as it is, without a lock error; when it ends,
# svscan starts its own, and what it was told to leave comes back at the next look.

service all/web <<'run'
exec sleep 1000
run
mv all/web web
background supervise web
hand=$pid
eventually up web
service=$(pid_of web)
mv web all/web
background sh -c 'exec svscan all 2>messages'
service mark <<'run'
exec sleep 1000
run
mv mark all/mark
eventually up all/mark
same $service "$(pid_of all/web)"
mv all/web all/renamed
svc -d all/renamed
eventually down all/renamed
kill -KILL $hand
eventually up all/renamed
same '' "$(cat messages)"
same 2 "$(ps -o pid= --ppid $pid | wc -l)"

# Renamed and told to leave by its name then.
kill -TERM $pid
finishes $pid 0
no svok all/renamed
