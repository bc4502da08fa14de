# -p: what promtool finds no fault with, for services of any name and in any state.

need promtool
service web <<'run'
exec yes
run
printf '#!/bin/sh\nexec sleep 1000\n' >web/log
chmod 755 web/log
background supervise web
web=$pid
service 'a "b"\c' <<'run'
exit 3
run
background supervise 'a "b"\c'
other=$pid
eventually svup web
full() { svstat -p web | grep -qx 'svstat_log_pipe_bytes{service="web"} 65536'; }
eventually full
died() { svstat -p 'a "b"\c' | grep -q '^svstat_last_exit_code{service="a \\"b\\"\\\\c"} 3$'; }
eventually died
not_utf8=$(printf 'x\377')
mkdir never "$not_utf8"
svstat -p web 'a "b"\c' never "$not_utf8" missing web >out
promtool check metrics <out
grep -qx 'svstat_up{service="web"} 1' out
grep -qx 'svstat_up{service="never"} 0' out
grep -qx 'svstat_up{service="missing"} 0' out
grep -qxF 'svstat_up{service="x\\xff"} 0' out
same 9 "$(grep -c '^# TYPE' out)"
same 1 "$(grep -c '^svstat_resident_bytes{' out)"
svstat -p | promtool check metrics
exits 100 svstat -fp web 2>said
same 'svstat: -f does not go with -p' "$(cat said)"
svc -dx web 'a "b"\c'
eventually grep -qx 'state down' web/supervise/state
svc -Ldx web
finishes $web 0
finishes $other 0
