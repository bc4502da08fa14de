# The line of each state, from the start of a service to the end of its supervise.

service web <<'run'
exec sleep 1000
run
# says LINE: sooner or later; N stands for the pid and for the seconds.
line() { svstat web | sed 's/pid [0-9]*/pid N/; s/[0-9]* seconds/N seconds/'; }
is() { [ "$(line)" = "web: $1" ]; }
says() { eventually is "$1"; }

says 'unable to open supervise/ok: file does not exist'
background supervise web
supervise=$pid
says 'up (pid N) N seconds'
same "$(pid_of web)" "$(svstat web | sed 's/.*pid \([0-9]*\).*/\1/')"
svc -p web
says 'up (pid N) N seconds, paused'
svc -c web
says 'up (pid N) N seconds'
svc -d web
says 'down N seconds, normally up'
touch web/down
says 'down N seconds'
svc -o web
says 'up (pid N) N seconds, normally down'
svc -k web
says 'down N seconds'
svc -u web
says 'up (pid N) N seconds, normally down'
svc -p web
says 'up (pid N) N seconds, normally down, paused'
svc -dx web
finishes "$supervise" 0
says 'supervise not running'
