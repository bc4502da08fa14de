# setlock, pgrphack and fghack against the installed daemontools.

. "$top/tests/oracle.sh"
against_oracle fghack pgrphack setlock
table <<'cases'
setlock l true; ls -l l | cut -c1-10
setlock l sh -c 'readlink /proc/self/fd/3 | sed s,.*/,,'
setlock l grep flags /proc/self/fdinfo/3
setlock l setlock -n l echo no
setlock l setlock -nx l echo no
setlock l setlock -nxX l echo no
setlock l setlock -n -x l echo no
setlock l setlock -xn -- l echo no
setlock l setlock -n m echo yes
setlock -nN l echo yes
setlock -x l nosuch
setlock -x l
setlock -n
setlock -nq l true
setlock -nxNX l echo yes
setlock nodir/l echo no
setlock -x nodir/l echo no
setlock . echo no
setlock -x . echo no
setlock '' echo no
setlock -- -l echo yes; ls ./-l
mkfifo f; setlock f echo no
echo text >l; setlock l cat l; setlock l sh -c 'echo more >&3'; cat l
setlock l sh -c 'sleep 1000 & echo $! >p'; setlock -n l echo no; kill $(cat p)
setlock l sh -c 'exec 3>&-; setlock -n l echo yes'

pgrphack sh -c 'test $(ps -o pgid= $$) = $$ && test $(ps -o sid= $$) = $$ && echo own'
pgrphack pgrphack echo twice
setsid -w pgrphack echo leader

fghack true
fghack sh -c 'exit 111'
fghack sh -c 'kill -9 $$'
fghack sh -c 'kill -TERM $$'
fghack sh -c 'ls /proc/self/fd'
fghack sh -c '(sleep 0.3; echo background) & exit 3'
fghack sh -c '(sleep 0.3; echo background) 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&- & echo foreground'
fghack sh -c 'echo thrown away >&5; yes | head -c 300000 >&7; exit 4'
env --ignore-signal=CHLD fghack true
env --block-signal=CHLD fghack sh -c 'exit 5'
echo input | fghack cat
exec 2>&-; fghack true
ulimit -n 12; fghack sh -c 'ls /proc/self/fd'
ulimit -n 4; fghack true
cases

[ "$(id -u)" = 0 ] || exit 0
export nobody
table <<'cases'
$nobody setlock l echo yes
touch l; $nobody setlock l echo no
touch l; $nobody setlock -x l echo no
cases
