# $SUPERVISEDIR, relative: the name of supervise/ in each service directory, for supervise,
# svscan and every client; the logger's pipe is there, too.

export SUPERVISEDIR=.sv
service all/web <<'run'
echo started
exec sleep 1000
run
service all/web/log <<'run'
exec cat >>lines
run
background svscan all
eventually svok all/web
eventually svup all/web
eventually svup all/web/log
eventually grep started all/web/log/lines
for file in lock control ok status state; do test -e all/web/.sv/$file; done
test -p all/web/log/.sv/pipe
test ! -e all/web/supervise
test ! -e all/web/log/supervise
same drwx------ "$(ls -ld all/web/.sv | cut -c1-10)"
matches 'all/web: up (pid *) * seconds' "$(svstat all/web)"
matches '{"name":"all/web","running":true,*' "$(svstat -j all/web)"
svc -d -Wd all/web
matches 'all/web: down * seconds, normally up' "$(svstat all/web)"
svc -u -Wr all/web

# Who does not see the variable looks elsewhere.
exits 100 env -u SUPERVISEDIR svok all/web
same 'all/web: unable to open supervise/ok: file does not exist' \
    "$(env -u SUPERVISEDIR svstat all/web)"

# Messages name the place that is meant.
mkdir none
same 'none: unable to open .sv/ok: file does not exist' "$(svstat none)"
exits 111 supervise all/web 2>message
same 'supervise: fatal: unable to acquire all/web/.sv/lock: temporary failure' "$(cat message)"

# Followed, and woken up, there.
svstat -f all/web >followed &
pids="$pids $!"
eventually grep 'all/web: up' followed
svc -d all/web
eventually grep 'all/web: down' followed

kill -TERM $pid
finishes $pid 0
exits 100 svok all/web
