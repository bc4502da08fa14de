# Where supervise cannot read how often to check, or how long a service may be silent, for want
# of descriptors, what it read before holds on; the service is looked after as ever when the
# shortage is over.

need prlimit
service web <<'run'
exec sleep 1000
run
echo 1 >web/check-interval
cp /bin/true web/check
service dog <<'run'
echo >&3
until [ -e ../silent ]; do
    echo >&3
    sleep 0.1
done
exec sleep 1000
run
echo 3 >dog/notification-fd
echo 1 >dog/watchdog
background sh -c 'exec supervise web 2>web.said'
web=$pid
background sh -c 'exec supervise dog 2>dog.said'
exits 0 svc -Wr -T 20 web dog
process=$(pid_of web) other=$(pid_of dog)
for one in $web $pid; do prlimit --pid $one --nofile=6:; done
eventually grep -q check-interval web.said
eventually grep -q watchdog dog.said
for one in $web $pid; do prlimit --pid $one --nofile=1000:; done
same "$process $other" "$(pid_of web) $(pid_of dog)"
printf '#!/bin/sh\ntouch ../checked\n' >check.new
chmod 755 check.new
mv check.new web/check
eventually test -e checked
touch silent
eventually another dog "$other"
same "$process" "$(pid_of web)"
svc -dx web dog
finishes $web 0
finishes $pid 0
