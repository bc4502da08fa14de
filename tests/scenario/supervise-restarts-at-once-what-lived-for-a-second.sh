# The time between the death of a service that lived and its next start is nothing.

service web <<'run'
date +%s%N >>starts
trap 'date +%s%N >>deaths; exit 0' TERM
while :; do sleep 0.1; done
run
background supervise web
old() { case "$(svstat web)" in *' 0 seconds'* | *' 1 seconds'*) return 1 ;; esac; }
eventually up web
# A machine that is busy with something else has shown nothing: the best of several tries counts.
for try in 1 2 3 4 5; do
    eventually old
    svc -t web
    again() { [ "$(wc -l <web/starts)" = $((try + 1)) ]; }
    eventually again
    gap=$(($(sed -n $((try + 1))p web/starts) - $(sed -n ${try}p web/deaths)))
    [ $gap -ge 900000000 ] || break
done
[ $gap -lt 900000000 ] || fail "$gap ns between death and start"
