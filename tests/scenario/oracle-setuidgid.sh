# setuidgid against the installed daemontools: the ids that a program gets, and every step
# that can fail.

need_root
need setpriv
. "$top/tests/oracle.sh"
against_oracle setuidgid
export nobody
export ids="grep -E ^([UG]id|Groups|Cap) /proc/self/status"
table <<'cases'
setuidgid nosuch id
setuidgid '' id
setuidgid 65534 id
setuidgid -- nobody id
setuidgid -x id
setuidgid nobody id
setuidgid nobody $ids
setuidgid daemon $ids
setuidgid root $ids
setpriv --groups 1,2,3 setuidgid nobody $ids
setpriv --groups 1,2,3 setuidgid root $ids
setuidgid nobody setuidgid nobody id
setuidgid nobody setuidgid root id
setuidgid nobody touch ../forbidden
$nobody setuidgid nobody id
setpriv --bounding-set=-setgid,-setuid setuidgid nobody id
setpriv --bounding-set=-setuid setuidgid nobody id
setpriv --bounding-set=-setgid setuidgid nobody id
cases
