# status, control, ok, lock or all of supervise/ deleted, the service directory renamed, run
# replaced: control comes back with the next change or at a HUP, and nothing is restarted.

service web <<'run'
exec sleep 1000
run
background supervise web
eventually up web
process=$(pid_of web)
whole() {
    svok web && [ "$(pid_of web)" = "$process" ] && [ -p web/supervise/control ] &&
        [ -f web/supervise/lock ] && [ -f web/supervise/child ] && [ -f web/supervise/state ]
}
for victim in status control ok lock state child '*'; do
    eval "rm web/supervise/$victim"
    kill -HUP $pid
    eventually whole
done
rm -r web/supervise
kill -HUP $pid
eventually whole
exits 111 supervise web 2>said
grep -q 'unable to acquire web/supervise/lock: temporary failure' said
svc -h web
eventually gone "$process"
eventually another web "$process"
process=$(pid_of web)
# What is gone comes back at the service's next change as well, without a HUP.
rm -r web/supervise
kill -KILL "$process"
eventually another web "$process"
process=$(pid_of web)
svok web
# Killed after all that, it is adopted: the new supervise/child has the old signatures.
rm -r web/supervise
kill -HUP $pid
eventually whole
kill -KILL $pid
eventually no svok web
background supervise web
eventually svok web
same "$process" "$(pid_of web)"
mv web site
svc -p site
stopped() { case "$(svstat site)" in *', paused') ;; *) return 1 ;; esac; }
eventually stopped
printf '#!/bin/sh\ntouch new\nexec sleep 1000\n' >site/new.run
chmod 755 site/new.run
mv site/new.run site/run
svc -ct site
eventually test -e site/new
