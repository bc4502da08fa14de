# The package, installed while Debian's daemontools runs a tree of services: nothing stops,
# its programs control the other's supervises, and once svscan is started anew they run the
# tree themselves, without a change to any file of it, and without a gap in the log. Removed,
# it leaves nothing behind.

. "$top/tests/another-root.sh"
for program in dpkg dpkg-deb strip; do need $program; done
dpkg-query -W -f '${Status}' daemontools 2>/dev/null | grep -q '^install ok installed' ||
    skip "needs the package daemontools"
if ldd "$programs/tai64n" >/dev/null 2>&1; then skip "needs programs that are linked statically"; fi

another_root <<'script'
(cd "$top" && sh svscan/package/deb "$TMPDIR/package" 0.1 "$programs"/*)
PATH=/usr/bin:/bin:/usr/sbin:/sbin
rm -rf /service /etc/service
mkdir /service
mkdir -p /var/made/web/log
service /var/made/web <<'run'
n=$(cat /var/number/last)
while n=$((n + 1)); do
    echo $n
    echo $n >/var/number/next
    mv /var/number/next /var/number/last
    sleep 0.05
done
run
mkdir /var/number
echo 0 >/var/number/last
service /var/made/web/log <<'run'
exec multilog t n20 ./main
run
service /var/made/idle <<'run'
exec sleep 1000
run
service /var/made/down <<'run'
exec sleep 1000
run
touch /var/made/down/down
ln -s /var/made/web /var/made/idle /var/made/down /service

# Everything but what supervise and multilog write: names, inodes, modes, owners, times.
tree() {
    find /service /var/made -printf '%p %i %m %u %g %T@ %s\n' |
        grep -vE '^[^ ]*/(supervise|main)[ /]' | sort
}
running() { readlink "/proc/$(pgrep -o -x "$1")/exe"; }
lines() { cat /var/made/web/log/main/@* /var/made/web/log/main/current 2>/dev/null; }

background svscan /service
old=$pid
eventually up /service/web
eventually up /service/idle
eventually test -s /service/web/log/main/current
tree >before
web=$(pid_of /service/web) idle=$(pid_of /service/idle)
says() { svstat /service/down /service/nowhere | sed 's/[0-9]* seconds/N seconds/'; }
says >said

dpkg --no-triggers --force-unsafe-io -i "$TMPDIR"/package/lares_*.deb
dpkg-query -W -f '${Status}' daemontools | no grep -q ' installed$'
same 'install ok installed' "$(dpkg-query -W -f '${Status}' lares)"
cmp /usr/bin/svscan "$TMPDIR/package/deb/usr/bin/svscan"
if command -v systemd-analyze >/dev/null; then
    same '' "$(systemd-analyze verify --man=no /usr/lib/systemd/system/lares.service 2>&1)"
fi

# The old supervises go on, and listen to the new svc.
same "$web $idle" "$(pid_of /service/web) $(pid_of /service/idle)"
says | diff said - >&2
svok /service/web
svc -t /service/idle
eventually runs_anew /service/idle $idle
matches '*(deleted)' "$(running supervise)"

kill -TERM $old
eventually no alive $old
background svscanboot
replaced() {
    for one in $(pgrep -x supervise); do
        [ "$(readlink /proc/$one/exe)" = /usr/bin/supervise ] || return 1
    done
    svok /service/web && svok /service/web/log && up /service/web && up /service/idle
}
eventually replaced
down /service/down
n=$(cat /var/number/last)
later() { [ "$(lines | tail -n 1 | cut -d ' ' -f 2)" -gt $((n + 2)) ]; }
eventually later
tree | diff before - >&2

# Not a number of the log is missing.
lines | cut -d ' ' -f 2 | sort -n | uniq >got
seq 1 "$(tail -n 1 got)" | cmp - got

dpkg -L lares | while read -r file; do [ -d "$file" ] || echo "$file"; done >files
dpkg --no-triggers --force-unsafe-io -P lares
while read -r file; do no test -e "$file"; done <files
no test -e /usr/share/doc/lares
script
