# log/ is looked for whenever the service's supervise starts; later it changes nothing.

service all/web <<'run'
echo line
exec sleep 1000
run
background sh -c 'exec svscan all >output'
eventually grep line output
service all/web/.log <<'run'
exec cat >lines
run
mv all/web/.log all/web/log
echo a file is no logger >all/file
kill -HUP $pid
no svok all/web/log
svc -dx all/web
eventually no svok all/web
kill -HUP $pid
eventually grep line all/web/log/lines
same line "$(cat output)"
