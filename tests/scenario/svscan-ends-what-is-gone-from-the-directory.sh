# A service that no name leads to in two looks five seconds apart gets `dx`, service first,
# then its logger, which reads to the end; one look is not enough.

service elsewhere/web <<'run'
trap 'echo last words; exit 0' TERM
echo ready
while :; do sleep 0.1; done
run
service elsewhere/web/log <<'run'
cat >>lines
echo end >>lines
run
mkdir all
ln -s ../elsewhere/web all/web
service all/other <<'run'
exec sleep 1000
run
background svscan all
eventually grep ready elsewhere/web/log/lines
eventually up all/other
eventually svok elsewhere/web
other=$(pid_of all/other)
# Gone for one look only.
rm all/web
kill -HUP $pid
kill -HUP $pid
ln -s ../elsewhere/web all/web
kill -HUP $pid
same 1 "$(grep -c ready elsewhere/web/log/lines)"
svok elsewhere/web

begun=$(date +%s)
rm all/web
kill -HUP $pid
eventually no svok elsewhere/web
[ $(($(date +%s) - begun)) -ge 4 ] || fail "ended by the first look"
eventually no svok elsewhere/web/log
same 'ready last words end' "$(tr '\n' ' ' <elsewhere/web/log/lines | sed 's/ $//')"
same "$other" "$(pid_of all/other)"
kill -0 $pid

# Its place is free, its directory may come back.
ln -s ../elsewhere/web all/back
kill -HUP $pid
eventually up elsewhere/web
