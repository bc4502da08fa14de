# The program gets its signal when its supervise is killed; without a supervise that could
# die any more, it is not started.

[ "$(uname)" = Linux ] || skip "needs Linux"
service web <<'run'
exec pdeath SIGTERM sleep 1000
run
background supervise web
super=$pid
eventually up web
sleeper=$(pid_of web)
eventually sh -c "tr '\0' ' ' </proc/$sleeper/cmdline | grep -q '^sleep'"
kill -KILL $super
eventually no alive $sleeper

# The signal is asked for after the account was changed, which would cancel it.
if [ "$(id -u)" = 0 ]; then
    service as <<'run'
exec setuidgid nobody pdeath 15 sleep 1000
run
    background supervise as
    super=$pid
    eventually up as
    sleeper=$(pid_of as)
    eventually sh -c "tr '\0' ' ' </proc/$sleeper/cmdline | grep -q '^sleep'"
    kill -KILL $super
    eventually no alive $sleeper
fi

# $SUPERVISE_PID says whose death counts: whoever took a dead parent's place is not meant.
sh -c 'SUPERVISE_PID=$$ pdeath TERM touch "started by $$"; :'
test -e 'started by '*
sh -c 'echo $$' >ended
SUPERVISE_PID=$(cat ended)
export SUPERVISE_PID
exits 111 pdeath TERM touch started 2>said
same "pdeath: fatal: unable to watch process $SUPERVISE_PID: it is gone, or it is not the parent" \
    "$(cat said)"
no test -e started
unset SUPERVISE_PID
pdeath HUP touch started
test -e started
