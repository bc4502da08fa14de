# What a service left behind and supervise may not end, as it is another user's: after TERM,
# KILL and another second the next one is started all the same, with a warning.

need_root
need setpriv
chmod 755 .
cp "$(command -v setpriv)" become
chmod 4755 become
# It sheds all that would let its starter end it.
as_nobody ./become --reuid=0 --clear-groups true 2>/dev/null || skip 'needs a file system with set-user-id'
as_nobody ./become --reuid=0 sh -c 'test "$(id -ru)" = 0' || skip 'needs set-user-id'
service web <<'run'
if [ ! -e began ]; then ../become --reuid=0 sh -c 'echo $$ >child; exec sleep 1000' & fi
touch began
exec sleep 1000
run
touch web/kill-group
chown -R 65534:65534 web
background sh -c 'exec '"$nobody"' supervise web 2>messages'
eventually test -s web/child
eventually up web
child=$(cat web/child)
first=$(pid_of web)
svc -k web
eventually another web "$first"
kill -0 "$child"
same 'supervise: warning: unable to end what web left behind, starting it all the same' "$(cat messages)"
matches '* process is left of its group*' "$(svstat -v web)"
kill -KILL "$child"
svc -dx web
finishes $pid 0
