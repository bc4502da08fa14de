# A service that uses more than its share of a core for three checks is restarted, by one line of
# shell; one that is idle is not.

service hog <<'run'
test -e once && exec sleep 1000
touch once
while :; do :; done
run
echo 1 >hog/check-interval
# 90 in the manual; of a core that others want too even a hog gets no more than a little.
most=3
printf '#!/bin/sh\necho "$SERVICE_CPU" >>cpu\n[ "$SERVICE_CPU" -le %s ]\n' $most >hog/check
chmod 755 hog/check
background sh -c 'exec supervise hog 2>said'
eventually up hog
before=$(pid_of hog)
eventually another hog "$before"
state() { sed -n "s/^$1 //p" hog/supervise/state; }
same 'check failed 3 times: restarted' "$(state reason)"
same 'signal 15' "$(state last-exit)"
grep -qx 'supervise: warning: hog: check failed 3 times: restarted' said
svstat -v hog | grep -qx '    check failed 3 times: restarted'
same 0 "$(head -n 1 hog/cpu)"
used=$(sort -nr hog/cpu | head -n 1)
[ "$used" -gt $most ] && [ "$used" -le 110 ] || fail "$used percent"

# What it is now uses nothing.
after=$(pid_of hog)
rm hog/cpu
eventually test -s hog/cpu
eventually sh -c '[ "$(wc -l <hog/cpu)" -ge 2 ]'
same 0 "$(sort -nr hog/cpu | head -n 1)"
same "$after" "$(pid_of hog)"
same 0 "$(state failed-checks)"
svc -dx hog
finishes $pid 0
