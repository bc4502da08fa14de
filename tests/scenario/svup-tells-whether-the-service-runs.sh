# 0 when the process of the service is there, 100 when it is not, 111 when that cannot be
# known. A supervise that waits is not enough.

service web <<'run'
exec sleep 1000
run
touch web/down
says() {
    wanted=$1 text=$2
    shift 2
    exits "$wanted" svup "$@" >said 2>&1
    same "$text" "$(cat said)"
}
says 100 '' web
background supervise web
supervise=$pid
eventually svok web
says 100 '' web
svc -u web
eventually up web
says 0 '' web
says 0 '' -l web
svc -d web
eventually down web
says 100 '' web
svc -x web
finishes "$supervise" 0
says 100 '' web

says 100 'svup: usage: svup [-l] [-L] dir'
says 100 'svup: usage: svup [-l] [-L] dir' -l
says 100 'svup: usage: svup [-l] [-L] dir' -z web
says 111 'svup: fatal: unable to chdir to none: file does not exist' none
mkdir -p bad/supervise/status
mkfifo bad/supervise/ok
exec 3<>bad/supervise/ok
says 111 'svup: fatal: unable to read bad/supervise/status: is a directory' bad
rmdir bad/supervise/status
says 100 '' bad
echo short >bad/supervise/status
says 111 'svup: fatal: unable to read bad/supervise/status: bad format' bad
rm bad/supervise/ok
mkdir bad/supervise/ok
says 111 'svup: fatal: unable to open bad/supervise/ok: is a directory' bad
