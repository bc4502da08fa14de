# -du to a running service is a restart: nothing that came later overtakes the first letter.

service web <<'run'
exec sleep 1000
run
background supervise web
supervise=$pid
eventually up web
before=$(pid_of web)
svc -du web
eventually gone "$before"
eventually up web
svc -dx web
finishes "$supervise" 0
