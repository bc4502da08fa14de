# Hooks that hang, fail, are killed, or leave a process behind that keeps everything open: the
# service is started, restarted and ended all the same.

for kind in fail die fork; do
    service $kind <<'run'
exec sleep 1000
run
    case $kind in
        fail) body='exit 9' ;;
        die) body='kill -KILL $$' ;;
        fork) body='sleep 1000 & echo $! >>children' ;;
    esac
    mkdir $kind/control
    for hook in finish stop notify control/t control/h; do
        printf '#!/bin/sh\n%s\n' "$body" >$kind/$hook
        chmod 755 $kind/$hook
    done
    # One that succeeds stands for the signal.
    [ $kind != fork ] || echo 'exit 1' | tee -a $kind/control/t >>$kind/control/h
    background supervise $kind
    eval $kind=$pid
    eventually up $kind
    first=$(pid_of $kind)
    svc -h $kind
    eventually another $kind "$first"
    first=$(pid_of $kind)
    svc -k $kind
    eventually another $kind "$first"
    exits 0 svc -dxWD -T 20 $kind
    eval finishes \$$kind 0
done
for child in $(sort -u fork/children); do kill "$child"; done

# What hangs is killed: finish after its time, the others when they are told to end.
service hang <<'run'
exec sleep 1000
run
echo 200 >hang/timeout-finish
mkdir hang/control
for hook in start finish stop notify control/h; do
    printf '#!/bin/sh\necho $$ >>hung\nexec sleep 1000\n' >hang/$hook
    chmod 755 hang/$hook
done
background supervise hang
hang=$pid
eventually test -s hang/hung
eventually grep -qx 'state starting' hang/supervise/state
svc -d hang
closing() { grep -qx 'state finishing' hang/supervise/state; }
printf '#!/bin/sh\nexit 0\n' >hang/start
eventually grep -qx 'state down' hang/supervise/state
svc -u hang
eventually up hang
first=$(pid_of hang)
svc -hk hang
eventually another hang "$first"
svc -d hang
eventually closing
stopping() { svc -t hang; grep -qx 'state down' hang/supervise/state; }
eventually stopping
svc -x hang
finishes $hang 0
for process in $(sort -u hang/hung); do kill -KILL "$process" 2>/dev/null || :; done
