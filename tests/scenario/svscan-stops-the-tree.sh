# TERM and INT: services first, then each logger reads its pipe to the end; exit code 0.

for signal in TERM INT; do
    for name in one two; do
        service $signal/$name <<'run'
trap 'sleep 0.2; echo last words; exit 0' TERM
echo ready
while :; do sleep 0.05; done
run
        service $signal/$name/log <<'run'
trap 'echo TERM >>lines' TERM
while read -r line; do sleep 0.1; echo "$line" >>lines; done
echo end >>lines
run
    done
    service $signal/bare <<'run'
exec sleep 1000
run
    background svscan $signal
    for name in one two; do eventually grep ready $signal/$name/log/lines; done
    eventually up $signal/bare
    processes=$(for dir in one two bare one/log two/log; do pid_of $signal/$dir; done)
    supervises=$(ps -o pid= --ppid $pid)
    kill -$signal $pid
    finishes $pid 0
    for one in $processes $supervises; do gone $one || fail "$one still runs"; done
    for name in one two; do
        same 'ready last words end' "$(tr '\n' ' ' <$signal/$name/log/lines | sed 's/ $//')"
    done
    for dir in one two bare one/log two/log; do no svok $signal/$dir; done
done
