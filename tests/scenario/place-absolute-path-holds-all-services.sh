# $SUPERVISEDIR, absolute: what supervise keeps is below that directory, by the service's
# physical path with a colon for each slash but the first; the service directories may be
# read-only. svscan, supervise, its successors and every client meet there.

export SUPERVISEDIR="$PWD/places"
mkdir places real
service real/web <<'run'
echo started
exec sleep 1000
run
service real/web/log <<'run'
exec cat >>../../../lines
run
mkdir all
ln -s ../real/web all/web
place="$PWD/places/$(echo "$PWD/real/web" | cut -c2- | tr / :)"
background svscan all
eventually svup all/web
eventually svup all/web/log
eventually grep started lines
for file in lock control ok status state; do test -e "$place/$file"; done
test -p "$place:log/pipe"
same 'log run' "$(ls real/web | tr '\n' ' ' | sed 's/ $//')"
same run "$(ls real/web/log)"
same drwx------ "$(ls -ld "$place" | cut -c1-10)"

# By whatever name, from wherever.
matches 'all/web: up (pid *) * seconds' "$(svstat all/web)"
matches 'real/web: up (pid *) * seconds' "$(svstat real/web)"
matches '.: up (pid *) * seconds' "$(cd all/web && svstat .)"
matches '* log: up (pid *) * seconds' "$(svstat -L all/web)"
svc -d -Wd real/web
svc -u -Wr all/web
matches '*uses *' "$(svstat -v all/web)"
process() { svstat "$1" | sed -n 's/.*(pid \([0-9]*\)).*/\1/p'; }

# It is the place that messages name.
exits 111 supervise all/web 2>message
same "supervise: fatal: unable to acquire $place/lock: temporary failure" "$(cat message)"
mkdir other
same "other: unable to open $PWD/places/$(echo "$PWD/other" | cut -c2- | tr / :)/ok: file does not exist" \
    "$(svstat other)"
exits 100 svok other

# A supervise that is killed is followed by one that adopts, there.
before=$(process all/web)
supervise=$(svstat -j all/web | sed 's/.*"supervise":\([0-9]*\).*/\1/')
kill -KILL "$supervise"
successor() { now=$(svstat -j all/web | sed -n 's/.*"supervise":\([0-9]*\).*/\1/p'); [ -n "$now" ] && [ "$now" != "$supervise" ]; }
eventually successor
same "$before" "$(process all/web)"

# The program is replaced in place, and still knows where.
svc -e all/web
svc -d -Wd all/web
svc -u -Wu all/web

# svscan is killed: the next one adopts.
kill -KILL $pid
eventually gone $pid
before=$(process all/web)
background svscan all
service late <<'run'
exec sleep 1000
run
mv late all/late
eventually svok all/late
same "$before" "$(process all/web)"
same 1 "$(ps -o pid= --ppid $pid | wc -l)"

# svscan becomes itself anew.
kill -USR1 $pid
svc -t -Wr all/web

kill -TERM $pid
finishes $pid 0
exits 100 svok all/web
exits 100 svok all/web/log

# What the place would be in is nobody's to make.
SUPERVISEDIR=$PWD/missing
exits 111 supervise real/web 2>message
same "supervise: fatal: unable to acquire $PWD/missing/$(echo "$PWD/real/web" | cut -c2- | tr / :)/lock: file does not exist" "$(cat message)"
