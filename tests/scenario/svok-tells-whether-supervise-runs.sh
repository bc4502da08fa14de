# 0 when it runs, 100 when not, 111 when that cannot be known; silent but for the last.

service web <<'run'
exec sleep 1000
run
says() {
    wanted=$1 text=$2
    shift 2
    exits "$wanted" svok "$@" >said 2>&1
    same "$text" "$(cat said)"
}
says 100 '' web
background supervise web
supervise=$pid
eventually svok web
says 0 '' web
says 0 '' "$PWD/web/" more words
svc -dx web
finishes "$supervise" 0
says 100 '' web

says 100 'svok: usage: svok dir'
says 111 'svok: fatal: unable to chdir to none: file does not exist' none
says 111 'svok: fatal: unable to chdir to : file does not exist' ''
says 111 'svok: fatal: unable to chdir to -x: file does not exist' -x
touch file
says 111 'svok: fatal: unable to chdir to file: not a directory' file
mkdir -p dir/supervise/ok part
touch part/supervise
says 111 'svok: fatal: unable to open dir/supervise/ok: is a directory' dir
says 111 'svok: fatal: unable to open part/supervise/ok: not a directory' part
exits 100 svok web >&- 2>&-
