# svok against the daemontools that is installed: the same exit codes and messages.

oracle=/usr/bin
[ -x $oracle/svok ] || skip "needs daemontools"
if cmp -s $oracle/svok "$programs/svok"; then skip "needs daemontools"; fi

code() { c=0; "$@" 2>&1 || c=$?; echo "exit code $c"; }
both() { same "$(code $oracle/svok "$@")" "$(code svok "$@")"; }

mkdir -p a/supervise empty dead/supervise okdir/supervise/ok okfile/supervise part
mkfifo a/supervise/ok dead/supervise/ok
touch file part/supervise okfile/supervise/ok
ln -s loop loop
exec 3<>a/supervise/ok
for dir in a ./a a/ "$PWD/a" empty dead okdir okfile part file loop missing '' - -- -x 'two words'; do
    both "$dir"
    both "$dir" a
done
both
both "$(printf '%05000d' 1)" | head -c 100
