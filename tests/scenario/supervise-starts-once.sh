# `o` starts a service and does not start it again; the status says neither up nor down.

service web <<'run'
echo start >>starts
run
touch web/down
background supervise web
eventually svok web
matches 'web: down * seconds' "$(svstat web)"
printf o >web/supervise/control
eventually test -s web/starts
wanted_once() { [ "$(od -An -tu1 -j17 -N1 web/supervise/status | tr -d ' ')" = 0 ] && down web; }
eventually wanted_once
printf x >web/supervise/control
finishes $pid 0
same start "$(cat web/starts)"
