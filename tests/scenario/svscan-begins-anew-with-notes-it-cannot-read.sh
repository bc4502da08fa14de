# The program that takes over finds notes of another version: it begins anew, and adopts.

service all/web <<'run'
exec sleep 1000
run
background svscan all
eventually up all/web
web=$(pid_of all/web)
kill -QUIT $pid
finishes $pid 0
printf 'lares svscan 0\n' >notes
background sh -c 'cd all && exec 9<../notes && exec "$programs/svscan" --resume 9 "" 2>../messages'
service late <<'run'
exec sleep 1000
run
mv late all/late
eventually up all/late
same $web "$(pid_of all/web)"
same '' "$(cat messages)"
kill -TERM $pid
finishes $pid 0
no svok all/web
