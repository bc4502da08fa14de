# A failed exec is known at once: a warning with the file and the reason, and never "up".

mkdir web
exec 3>&2 2>errors
background supervise web
exec 2>&3
said() { grep -qxF "supervise: warning: unable to start web/run: $1" errors; }
eventually said 'file does not exist'
wanted() { svstat web | grep -qx 'web: down [0-9]* seconds, normally up, want up'; }
eventually wanted
printf 'no program\n' >web/run
eventually said 'access denied'
chmod 755 web/run
eventually said 'exec format error'
printf '#!/nowhere/sh\n' >web/run
eventually said 'file does not exist'
same 0 "$(pid_of web)"
printf '#!/bin/sh\nexec sleep 1000\n' >web/run
eventually up web
