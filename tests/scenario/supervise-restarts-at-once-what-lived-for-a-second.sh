# The time between the death of a service that lived and its next start is nothing.

service web <<'run'
date +%s%N >>starts
trap 'date +%s%N >>deaths; exit 0' TERM
while :; do sleep 0.1; done
run
background supervise web
old() { case "$(svstat web)" in *' 0 seconds'* | *' 1 seconds'*) return 1 ;; esac; }
eventually up web
eventually old
svc -t web
again() { [ "$(wc -l <web/starts)" = 2 ]; }
eventually again
gap=$(($(sed -n 2p web/starts) - $(sed -n 1p web/deaths)))
[ $gap -lt 900000000 ] || fail "$gap ns between death and start"
