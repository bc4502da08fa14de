# 102 when one has failed for good, 99 when the time is over, 111 on other trouble. After -u
# an old failure is over, and only another one counts.

service web <<'run'
exec sleep 1000
run
service broken <<'run'
exec sleep 1000
run
cat >broken/start <<'start'
#!/bin/sh
[ -e well ]
start
chmod 755 broken/start
background supervise web
web=$pid
background supervise broken
broken=$pid
exits 102 svc -Wu -T 20 broken 2>said
same 'svc: warning: broken has failed for good' "$(cat said)"
exits 102 svc -Wr -T 20 web broken
failed() { grep -qx 'state failed' broken/supervise/state; }
eventually failed
touch broken/well
exits 0 svc -u -Wr -T 20 web broken
rm broken/well
exits 0 svc -d -WD -T 20 broken
exits 102 svc -u -Wr -T 20 broken
for i in 1 2 3 4 5; do exits 102 svc -u -Wr -T 20 broken; done
exits 0 svc -d -Wd -T 20 broken

# Trouble ends the waiting at once, and the others have their letters.
exits 111 svc -d -Wd missing web 2>said
same 'svc: warning: unable to chdir to missing: file does not exist' "$(cat said)"
eventually down web
exits 99 svc -Wu -T 0 web
ln -s ../.. web/supervise/event.new
rmdir web/supervise/event
mv web/supervise/event.new web/supervise/event
exits 111 svc -Wu -T 20 web 2>said
matches 'svc: warning: unable to wait for web: unable to make a fifo in supervise/event: *' "$(cat said)"
same "$(printf 'broken\nsaid\nweb')" "$(ls)"
rm web/supervise/event
echo garbage >web/supervise/state
exits 111 svc -Wu -T 20 web 2>said
same 'svc: warning: unable to wait for web: unable to understand supervise/state: invalid argument' "$(cat said)"
svc -x web broken
finishes $web 0
finishes $broken 0

# A supervise that tells nothing cannot be waited for.
mkdir -p mute/supervise
mkfifo mute/supervise/ok
exec 3<>mute/supervise/ok
exits 111 svc -Wu -T 20 mute 2>said
same 'svc: warning: unable to wait for mute: unable to read supervise/state: file does not exist' "$(cat said)"
exec 3<&-
exits 0 svc -Wd mute
