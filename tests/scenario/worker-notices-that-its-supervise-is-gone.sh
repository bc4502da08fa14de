# A worker that must not outlive its supervise: it asks for itself who its parent is, which
# SUPERVISE_PID names, or is told by the kernel through pdeath. Neither minds that supervise
# becomes another program.

[ -r /proc/self/stat ] || skip 'needs /proc'
service asks <<'run'
parent() { sed 's/.*) . //; s/ .*//' /proc/$$/stat; }
while [ "$(parent)" = "$SUPERVISE_PID" ]; do sleep 0.1; done
echo gone >noticed
run
background supervise asks
asks=$pid
eventually up asks
service told <<'run'
exec pdeath TERM sleep 1000
run
background supervise told
told=$pid
eventually up told
workers="$(pid_of asks) $(pid_of told)"
eventually sh -c "tr '\0' ' ' </proc/$(pid_of told)/cmdline | grep -q '^sleep'"

eventually test -e told/supervise/state
rm told/supervise/state
svc -e asks told
eventually test -e told/supervise/state
same "$workers" "$(pid_of asks) $(pid_of told)"
no test -e asks/noticed

kill -KILL $asks $told
for one in $workers; do eventually no alive "$one"; done
same gone "$(cat asks/noticed)"
