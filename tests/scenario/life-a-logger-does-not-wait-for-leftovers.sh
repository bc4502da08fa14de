# The logger of a service that is left reads to the end; a leftover that keeps the pipe open
# and says nothing for five seconds does not keep supervise, nor the program that takes its place
# meanwhile.

for dir in web again; do
    service $dir <<'run'
sleep 1000 &
echo line
exec sleep 1000
run
    printf '#!/bin/sh\nexec cat >>../%s.logged\n' $dir >$dir/log
    chmod 755 $dir/log
done
background supervise web
web=$pid
background supervise again
for dir in web again; do eventually grep -qx line $dir.logged; done
svc -dx web again
eventually down again
rm again/supervise/state
svc -e again
eventually test -e again/supervise/state
finishes $web 0
finishes $pid 0
