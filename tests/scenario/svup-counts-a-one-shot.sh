# A one-shot that has started counts as up; the logger of a file `log` has its own answer.

mkdir web
printf '#!/bin/sh\nexec test -e well\n' >web/start
printf '#!/bin/sh\nexec cat\n' >web/log
chmod 755 web/start web/log
touch web/well
background supervise web
eventually svup web
exits 0 svup -l web
eventually svup -L web
svc -dWD -T 20 web
exits 100 svup web
rm web/well
exits 102 svc -uWu -T 20 web 2>said
exits 100 svup web
exits 0 svup -L web
chmod 644 web/log
exits 100 svup -L web
svc -x web
finishes $pid 0
exits 100 svup web
