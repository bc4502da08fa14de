# control/LETTER runs instead of its command's signal; the signal follows where it fails. For
# `d`, control/t stands for the signal, and control/d is run as well.

service web <<'run'
for name in HUP ALRM TERM; do trap "echo $name >>got" $name; done
touch ready
while :; do sleep 0.05; done
run
mkdir web/control
printf '#!/bin/sh\necho control h >>got\n' >web/control/h
printf '#!/bin/sh\necho control a >>got\nexit 1\n' >web/control/a
printf '#!/bin/sh\necho control t >>got\n' >web/control/t
printf '#!/bin/sh\necho control d >>got\n' >web/control/d
chmod 755 web/control/*
background supervise web
eventually test -e web/ready
got() { [ "$(sort web/got | xargs)" = "$1" ]; }
svc -h web
eventually got 'control h'
svc -a web
eventually got 'ALRM control a control h'
svc -d web
eventually got 'ALRM control a control d control h control t'
# A script that cannot be executed is none.
chmod 644 web/control/*
svc -t web
eventually grep -qx TERM web/got
svc -k web
