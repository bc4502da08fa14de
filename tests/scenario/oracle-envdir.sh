# envdir and envuidgid against the installed daemontools: the environment in its order.

. "$top/tests/oracle.sh"
against_oracle envdir envuidgid
mkdir env hard closed unreadable unsearchable dangling loop sub fifo big blank nul empty
printf 'abc  \t \nsecond' >env/A
printf '\n' >env/NL
: >env/EMPTY
printf 'a\0b\0' >env/NUL
printf ' \t ' >env/BLANK
printf 'v' >'env/X=Y'
: >'env/P=Q'
printf 'hidden' >env/.H
printf 'sp' >'env/with blank'
printf 'x\r\n' >env/CR
printf '/nowhere' >hard/PATH
head -c 200000 /dev/zero | tr '\0' x >big/BIG
head -c 200000 /dev/zero | tr '\0' ' ' >blank/BLANKS
head -c 5000 /dev/zero >nul/NULS
printf 'secret' >closed/A
chmod 600 closed/A
printf 'x' >unreadable/A
chmod 711 unreadable
printf 'x' >unsearchable/A
chmod 744 unsearchable
ln -s nowhere dangling/D
ln -s L loop/L
mkdir sub/S
mkfifo fifo/F

export here="$PWD"
table <<'cases'
envdir $here/env env
envdir ../../env env
env -i A=1 NL=2 EMPTY=3 X=4 P=5 Z=6 ../../chosen/envdir ../../env env
envdir ../../nosuch env
envdir ../../env/A env
envdir '' env
envdir . env
envdir ../../env/. sh -c 'pwd -P; echo "$A"'
envdir -- env
envdir -x env
envdir ../../hard env
envdir ../../hard sh -c 'echo $PATH'
envdir ../../dangling env
D=x envdir ../../dangling env
envdir ../../loop env
envdir ../../sub env
envdir ../../fifo env
exec 9<>../../fifo/F; envdir ../../fifo env
envdir ../../big env
envdir ../../blank env
envdir ../../nul env
envdir ../../empty env

envuidgid nosuch env
envuidgid '' env
envuidgid 0 env
envuidgid 65534 env
envuidgid -- env
envuidgid nobody sh -c 'echo $UID $GID; id'
envuidgid daemon env
exec env -i A=1 UID=2 B=3 ../../chosen/envuidgid daemon env
cases

[ "$(id -u)" = 0 ] || exit 0
export nobody
table <<'cases'
$nobody envdir ../../closed env
$nobody envdir ../../unreadable env
$nobody envdir ../../unsearchable env
$nobody env -i ../../chosen/envdir ../../env env
mkdir -m 711 d; cd d; $nobody envdir ../../../env env
$nobody envuidgid root sh -c 'echo $UID $GID; id -u'
cases
