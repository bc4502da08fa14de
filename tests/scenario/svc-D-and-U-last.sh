# -D is a -d that lasts, -U a -u: the file `down` comes and goes.

service web <<'run'
exec sleep 1000
run
background supervise web
supervise=$pid
exits 0 svc -D -Wd -T 20 web
test -f web/down
exits 0 svc -D web
exits 0 svc -U -Wu -T 20 web
no test -e web/down
exits 0 svc -U web
up web
svc -DxWD web
finishes $supervise 0
test -f web/down
# The file is for the next supervise, too.
exits 0 svc -U web 2>said
same 'svc: warning: unable to control web: supervise not running' "$(cat said)"
no test -e web/down
exits 0 svc -D web 2>said
test -f web/down

# A link that leads nowhere is no file `down`, and nothing is made where it leads.
rm web/down
ln -s ../elsewhere web/down
exits 0 svc -D web 2>said
matches 'svc: warning: unable to create web/down: file does not exist
*' "$(cat said)"
no test -e elsewhere
rm web/down
mkdir web/down
exits 0 svc -U web 2>said
matches 'svc: warning: unable to remove web/down: *' "$(cat said)"
test -d web/down

# Who waits learns it by the exit code, and the order was given all the same.
background supervise web
eventually svok web
exits 111 svc -U -Wu -T 20 web 2>said
matches 'svc: warning: unable to remove web/down: *' "$(cat said)"
up web
rmdir web/down
ln -s nowhere web/down
exits 111 svc -Dx -WD -T 20 web 2>said
finishes $pid 0
