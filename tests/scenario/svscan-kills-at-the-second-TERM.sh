# A service that does not obey is waited for, until a second TERM has it killed; a logger that
# does not, until a third one has.

service all/deaf <<'run'
trap '' TERM
echo ready
while :; do sleep 0.1; done
run
service all/deaf/log <<'run'
exec cat >>lines
run
background svscan all
eventually grep ready all/deaf/log/lines
eventually up all/deaf
deaf=$(pid_of all/deaf)
kill -TERM $pid
wants_down() { svstat all/deaf | grep 'want down'; }
eventually wants_down
kill -TERM $pid
finishes $pid 0
gone $deaf
no svok all/deaf/log

# One that is a file `log`, and one that is a directory.
service own/web <<'run'
exec sleep 1000
run
service own/site <<'run'
exec sleep 1000
run
service own/site/log <<'run'
trap '' TERM
touch ready
while :; do sleep 0.1; done
run
cp own/site/log/run own/web/log
background svscan own
for logger in web site/log; do eventually test -e own/$logger/ready; done
eventually up own/web
eventually up own/site
eventually up own/site/log
kill -TERM $pid
eventually down own/web
eventually no svok own/site
kill -0 $pid
# Signals that come together are one: a few more are sent.
told_again() {
    kill -TERM $pid 2>/dev/null || :
    has_ended $pid
}
eventually told_again
finishes $pid 0
no svok own/web
no svok own/site/log
