# With a file kill-group, what a service left behind gets TERM before the next start, and KILL
# five seconds later; the next one is started once nobody is left. svstat -v counts them.

service web <<'run'
[ -e quiet ] || { sh -c 'trap "echo TERM >>told" TERM; echo $$ >child; while :; do sleep 0.2; done' & }
echo start >>starts
exec sleep 1000
run
touch web/kill-group
background supervise web
eventually test -s web/child
child=$(cat web/child)
touch web/quiet
eventually up web
leader=$(pid_of web)
begun=$(now)
svc -k web
left() { svstat -v web | grep '[0-9] process.* left'; }
eventually left
# Told once, and deaf to nothing meanwhile.
eventually grep -q TERM web/told
svc -d web
eventually grep -qx 'want down' web/supervise/state
svc -u web
eventually another web $leader
took=$(took $begun)
no alive $child || fail 'the leftover was alive when the next one was started'
[ $took -ge 4900 ] || fail "killed after $took ms"
in_time $begun 7000 'the next start'
same TERM "$(cat web/told)"
grep -qx 'groups none' web/supervise/state
same 2 "$(wc -l <web/starts)"
