# Each letter sends its signal, of 0.76 and of encore.

service web <<'run'
for name in HUP ALRM INT QUIT USR1 USR2 WINCH; do trap "echo $name >>got" $name; done
trap 'echo TERM >>got; exit 0' TERM
touch ready
while :; do sleep 0.05; done
run
background supervise web
eventually test -e web/ready
control() { printf %s "$1" >web/supervise/control; }
got() { grep -qx "$1" web/got; }
for pair in h:HUP a:ALRM i:INT q:QUIT 1:USR1 2:USR2 w:WINCH; do
    control ${pair%:*}
    eventually got ${pair#*:}
done
state() { ps -o stat= -p "$(pid_of web)"; }
stopped() { case "$(state)" in T*) ;; *) return 1 ;; esac; }
control p
eventually stopped
paused() { case "$(svstat web)" in *', paused') ;; *) return 1 ;; esac; }
eventually paused
control c
eventually no stopped
control d
eventually got TERM
control u
eventually up web
process=$(pid_of web)
control k
eventually gone "$process"
