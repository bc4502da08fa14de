# Where no process can be made, it warns, hears commands, and starts the service when it can.

need_root
need prlimit
chmod 777 .
service web <<'run'
exec sleep 1000
run
chown -R 65534:65534 web
exec 3>&2 2>errors
background $nobody supervise web
exec 2>&3
eventually up web
svc -d web
eventually down web
as_nobody prlimit --pid $pid --nproc=0:
svc -u web
eventually grep -qx 'supervise: warning: unable to fork for web: temporary failure' errors
wanted() { svstat web | grep -qx 'web: down [0-9]* seconds, normally up, want up'; }
eventually wanted
svc -d web
quiet() { case "$(svstat web)" in *want*) return 1 ;; esac; }
eventually quiet
svc -u web
as_nobody prlimit --pid $pid --nproc=1000:
eventually up web
