# Where the new program cannot be executed, the old one goes on and says so.

mkdir bin
cp "$programs/supervise" bin/supervise
PATH=$PWD/bin:$PATH
service web <<'run'
exec sleep 1000
run
exec 3>&2 2>errors
background supervise web
exec 2>&3
eventually up web
process=$(pid_of web)
rm bin/supervise
printf e >web/supervise/control
eventually grep -qx "supervise: warning: unable to execute $PWD/bin/supervise: file does not exist" errors
echo rubbish >bin/supervise
chmod 755 bin/supervise
printf e >web/supervise/control
eventually grep -qx "supervise: warning: unable to execute $PWD/bin/supervise: exec format error" errors
same "$process" "$(pid_of web)"
svc -d web
eventually down web
