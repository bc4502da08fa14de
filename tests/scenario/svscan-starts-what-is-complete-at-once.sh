# A link, or a directory that is moved here, is started without waiting for the next look; a
# directory that is made here, as soon as its run can be executed, and then with its log/.

[ "$(uname)" = Linux ] || skip "needs inotify"
service made/linked <<'run'
exec sleep 1000
run
cp -r made/linked made/moved
mkdir all
background svscan all
service all/first <<'run'
exec sleep 1000
run
eventually up all/first
begun=$(now)
ln -s ../made/linked all/linked
eventually up all/linked
mv made/moved all/moved
eventually up all/moved
in_time $begun 900

mkdir all/filled
sleep 0.3
no svok all/filled
begun=$(now)
mkdir all/filled/log
printf '#!/bin/sh\necho line\nexec sleep 1000\n' >all/filled/run
printf '#!/bin/sh\nexec cat >lines\n' >all/filled/log/run
chmod 755 all/filled/log/run
chmod 755 all/filled/run
eventually grep line all/filled/log/lines
in_time $begun 900

# Nothing to run: five seconds later it is a service all the same.
begun=$(now)
mkdir all/empty
eventually svok all/empty
[ "$(took $begun)" -gt 1000 ] || fail "an empty directory was started after $(took $begun) ms"
in_time $begun 6000
