# A word that is no name of anything here may be a service in $SVDIR. A path never is, nor is
# `log`, which every service has, nor what is here but broken.

for name in all/web all/log all/sub/deep all/broken web2; do
    mkdir -p $name/supervise
    mkfifo $name/supervise/control
done
ln -s nowhere broken
exec 3<>all/web/supervise/control
export SVDIR="$PWD/all"
same '' "$(svc -u web 2>&1)"
same u "$(head -c 1 <&3)"
same '' "$(SVDIR=all svc -du "$SVDIR/web" web 2>&1)"
same dudu "$(head -c 4 <&3)"

says() {
    svc -u "$1" 2>said
    same "svc: warning: unable to $2" "$(cat said)"
}
says log 'chdir to log: file does not exist'
says ./web 'chdir to ./web: file does not exist'
says sub/deep 'chdir to sub/deep: file does not exist'
says broken 'chdir to broken: file does not exist'
says '' 'chdir to : file does not exist'
says none 'chdir to none: file does not exist'
touch all/file
says file 'chdir to file: not a directory'

# What is here comes first.
says web2 'control web2: supervise not running'
mkdir web
says web 'control web: file does not exist'
rmdir web
SVDIR= says web 'chdir to web: file does not exist'
unset SVDIR
says web 'chdir to web: file does not exist'
