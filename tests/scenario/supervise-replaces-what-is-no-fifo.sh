# A control or ok that is a file or a link is replaced, not spun on; the link's target is
# left alone.

service web <<'run'
exec sleep 1000
run
mkdir web/supervise
echo precious >file
echo text >web/supervise/control
ln -s ../../file web/supervise/ok
ln -s ../../file web/supervise/status.new
background supervise web
eventually up web
test -p web/supervise/control
test -p web/supervise/ok
same precious "$(cat file)"
svc -d web
eventually down web
