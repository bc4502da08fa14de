# What is missing is made with the family's modes, what is there keeps its own; supervise/ may
# be a link, and where that leads nowhere its target is made.

mode() { stat -c %a "$1"; }
service web <<'run'
exec sleep 1000
run
umask 022
ln -s ../elsewhere web/supervise
background supervise web
eventually up web
test -d elsewhere
same '700 600 600 600 644' "$(mode elsewhere) $(mode elsewhere/lock) $(mode elsewhere/control) $(mode elsewhere/ok) $(mode elsewhere/status)"
same 18 "$(wc -c <elsewhere/status)"
svc -dx web
finishes $pid 0
chmod 750 elsewhere
chmod 660 elsewhere/control elsewhere/ok
chmod 640 elsewhere/status
background supervise web
eventually up web
svc -d web
eventually down web
same '750 660 660 640' "$(mode elsewhere) $(mode elsewhere/control) $(mode elsewhere/ok) $(mode elsewhere/status)"
