# svscanboot runs svscan on /service, or on /etc/service where that is not there, clean of
# its caller's environment and descriptors, with a readproctitle that shows what goes wrong,
# and replaces a svscan that is killed.

. "$top/tests/another-root.sh"
for services in /service /etc/service; do
export services
another_root <<'script'
rm -rf /service /etc/service
mkdir $services
for program in svscan supervise svc svok readproctitle svscanboot; do
    cp "$programs/$program" /usr/local/bin
done
service $services/web <<'run'
env >env
ls /proc/self/fd >descriptors
echo told of trouble >&2
exec sleep 1000
run
service $services/dead <<'run'
exec sleep 1000
run
# A service that an earlier svscan left running makes room.
background supervise $services/dead
earlier=$pid
eventually up $services/dead

secret=1 background svscanboot 3</ 8</
boot=$pid
eventually up $services/web
finishes $earlier 0
eventually up $services/dead
eventually test -s $services/web/descriptors

no grep secret $services/web/env
same 'PATH=/command:/usr/local/bin:/usr/local/sbin:/bin:/sbin:/usr/bin:/usr/sbin:/usr/X11R6/bin' \
    "$(grep ^PATH= $services/web/env)"
same '0 1 2 3' "$(echo $(cat $services/web/descriptors))"
eventually sh -c 'pgrep -f -a "^readproctitle service errors: \.\.\." | grep -q trouble'
same 431 $(($(tr '\0' ' ' </proc/$(pgrep -o readproctitle)/cmdline | wc -c)))

first=$(pgrep -o svscan -x)
kill -KILL $first
replaced() { second=$(pgrep -x svscan) && [ "$second" != $first ]; }
eventually replaced
alive $boot
script
done
