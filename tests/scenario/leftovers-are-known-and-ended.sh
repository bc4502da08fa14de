# Processes that outlive the leader of their group stay in `groups`; `+k` reaches them, also
# when the service is down; with kill-group they are ended before the next start.

service web <<'run'
sleep 1000 &
echo $! >child
echo start >>starts
exec sleep 1000
run
touch web/notify
background supervise web
state() { sed -n "s/^$1 //p" web/supervise/state; }
is() { [ "$(state "$1")" = "$2" ]; }
is_group_of() { [ "$(ps -o pgid= -p "$1" | tr -d ' ')" = "$2" ]; }
eventually test -s web/child
eventually up web
child=$(cat web/child)
leader=$(pid_of web)
svc -d web
eventually is state down
same "$leader" "$(state groups)"
is_group_of "$child" "$leader"
printf +k >web/supervise/control
eventually no alive "$child"

# A stubborn one, and kill-group.
rm web/child
svc -u web
eventually another web 0
eventually is state ready
eventually test -s web/child
child=$(cat web/child)
leader=$(pid_of web)
touch web/kill-group
kill -KILL "$leader"
eventually another web "$leader"
no alive "$child" || fail 'the leftover was alive when the next one was started'
same none "$(state groups)"
