# A service is a directory, not a name: renamed or linked once more, it runs on untouched.

service all/web <<'run'
echo start >>starts
exec sleep 1000
run
background svscan all
eventually up all/web
service=$(pid_of all/web)
ln -s web all/again
kill -HUP $pid
rm all/again
mv all/web all/other
kill -HUP $pid
# A new service shows that the looks are over.
service all/.mark <<'run'
exec sleep 1000
run
mv all/.mark all/mark
kill -HUP $pid
eventually up all/mark
same $service "$(pid_of all/other)"
same 1 "$(wc -l <all/other/starts)"
svc -dx all/other
eventually no svok all/other
kill -HUP $pid
eventually up all/other
