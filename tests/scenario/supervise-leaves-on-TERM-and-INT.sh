# TERM, and INT to one run by hand, mean `dx`; signals that may be ignored are.

for signal in TERM INT; do
    service web <<'run'
exec sleep 1000
run
    background supervise web
    eventually up web
    process=$(pid_of web)
    for other in HUP USR1 USR2 ALRM QUIT PIPE WINCH; do kill -$other $pid; done
    svc -p web
    kill -$signal $pid
    finishes $pid 0
    gone "$process" || fail "$signal left the service running"
    rm -r web
done
