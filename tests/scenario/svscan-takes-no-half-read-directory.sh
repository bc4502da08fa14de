# A directory that may not be read is no look: nothing ends, and it is said once.

need_root
chmod 777 .
service all/web <<'run'
exec sleep 1000
run
chown -R 65534:65534 all
as_nobody sh -c 'echo $$ >pid; exec svscan all 2>messages' &
eventually up all/web
web=$(pid_of all/web)
chmod 0311 all
scan=$(cat pid)
pids="$pids $scan"
kill -HUP $scan
eventually grep '^svscan: warning: unable to read directory: access denied$' messages
kill -HUP $scan
kill -HUP $scan
same 1 "$(wc -l <messages)"
same $web "$(pid_of all/web)"
chmod 0755 all
