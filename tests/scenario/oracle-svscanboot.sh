# svscanboot against the one that is installed: both run the same programs with the same
# words, environment and standard descriptors, having told the services to leave.

. "$top/tests/another-root.sh"
[ -x /usr/bin/svscanboot ] && ! cmp -s /usr/bin/svscanboot "$programs/svscanboot" ||
    skip "needs daemontools"

another_root <<'script'
rm -rf /service /etc/service
mkdir -p /command /etc/service/web/log /said
# Programs that tell how they were called stand in for the real ones.
for program in svc svok svscan readproctitle; do
    { echo '#!/bin/sh'; cat; } >/command/$program <<'told'
PATH=/bin:/usr/bin
exec 9>>/said/${0##*/}
for word; do printf '%s\n' "word $word"; done >&9
tr '\0' '\n' </proc/$$/environ | sort >&9
for number in 0 1 2; do readlink /proc/$$/fd/$number | sed 's/\[.*//'; done >&9
case $0 in *svok) exit 100 ;; *readproctitle) cat >/dev/null ;; esac
told
    chmod 755 /command/$program
done

ask() { secret=1 exits 0 "$2" one two; mv /said "$1"; mkdir /said; }
ask theirs /usr/bin/svscanboot
ask ours "$programs/svscanboot"
for program in svscan readproctitle; do
    [ -s theirs/$program ] || fail "$program was not run"
    diff theirs/$program ours/$program >&2
done
for word in -dx /etc/service/web /etc/service/web/log; do
    grep -qx "word $word" theirs/svc
    grep -qx "word $word" ours/svc
done
script
