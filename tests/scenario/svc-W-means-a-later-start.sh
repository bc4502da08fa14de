# Where the letters end or replace a run, the old process is not what is waited for.

service web <<'run'
trap 'sleep 0.2; exit 0' TERM
echo start
while :; do sleep 0.05; done
run
background supervise web
supervise=$pid
exits 0 svc -Wr -T 20 web
for letters in t k du tu uk; do
    process=$(pid_of web)
    exits 0 svc -$letters -Wr -T 20 web
    another web "$process"
done
# Letters that replace nothing do not ask for another one.
svc -u -Wu -T 20 web
process=$(pid_of web)
exits 0 svc -cu -Wu -T 20 web
same "$process" "$(pid_of web)"
svc -dxWD -T 20 web
finishes $supervise 0
