# Where the kernel tells of no changes, svscan looks every five seconds.

unshare --user --map-root-user sh -c 'echo 0 >/proc/sys/user/max_inotify_instances' 2>/dev/null ||
    skip "needs user namespaces"
for name in stays goes; do
    service all/$name <<'run'
exec sleep 1000
run
done
# Its time is old enough to be believed.
touch -d '1 minute ago' all
cat >inside <<'script'
echo 0 >/proc/sys/user/max_inotify_instances
exec svscan all
script
background unshare --user --map-root-user sh inside
eventually up all/stays
eventually up all/goes
if ls -l /proc/$pid/fd | grep inotify; then fail "it has inotify"; fi
stays=$(pid_of all/stays)
mv all/goes .
service .late <<'run'
exec sleep 1000
run
mv .late all/late
eventually up all/late
eventually no svok goes
same $stays "$(pid_of all/stays)"
