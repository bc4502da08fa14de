# Asked wrongly: 100. What cannot be done: 111. One line each, with djb's words.

says() {
    wanted=$1 text=$2
    shift 2
    exits "$wanted" "$@" 2>said
    same "$text" "$(cat said)"
}
says 100 'supervise: usage: supervise dir' supervise
says 100 'supervise: usage: supervise dir' supervise a b
says 111 'supervise: fatal: unable to chdir to none: file does not exist' supervise none
touch file
says 111 'supervise: fatal: unable to chdir to file: not a directory' supervise file
mkdir foo
touch foo/supervise
says 111 'supervise: fatal: unable to acquire foo/supervise/lock: not a directory' supervise foo
rm foo/supervise
service foo <<'run'
exec sleep 1000
run
background supervise foo
eventually up foo
says 111 'supervise: fatal: unable to acquire foo/supervise/lock: temporary failure' supervise foo
mkdir loop
ln -s down loop/down
says 111 'supervise: fatal: unable to stat loop/down: symbolic link loop' supervise loop
