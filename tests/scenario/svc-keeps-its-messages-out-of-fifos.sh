# Started with standard descriptors closed, svc opens nothing in their place: a warning never
# becomes a command.

mkdir -p a/supervise
mkfifo a/supervise/control
exec 3<>a/supervise/control
svc -u a missing a <&- >&- 2>&-
svc -d a missing a 2>&-
svc -c a missing a 2>/dev/full
same uuddcc "$(head -c 6 <&3)"
timeout 1 head -c 1 <&3 >more || :
same '' "$(cat more)"
