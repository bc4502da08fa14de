# A supervise that does not run yet is waited for, and gets its letters when it comes; for
# down and done it is as good as down. A process that outlived its supervise is not down.

service web <<'run'
exec sleep 1000
run
touch web/down
exits 0 svc -Wd web
exits 0 svc -WD web
exits 99 svc -Wu -T 0 web 2>said
same 'svc: warning: web is not up in time' "$(cat said)"
background svc -u -Wr -T 20 web
waiter=$pid
eventually alive $waiter
background supervise web
supervise=$pid
finishes $waiter 0
up web

# One that waits while supervise leaves sees the next one.
background svc -t -Wd -T 20 web
finishes $pid 0
exits 0 svc -Wu -T 20 web
background svc -Wd -T 20 web
waiter=$pid
has_waiter() { [ -n "$(ls web/supervise/event)" ]; }
eventually has_waiter
process=$(pid_of web)
kill -KILL $supervise
wait $supervise || :
exits 99 svc -Wd -T 0 web
kill -KILL $process
finishes $waiter 0
exits 0 svc -WD web
