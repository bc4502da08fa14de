# N workers are kept at N, each number once, while services, supervises and svscan are killed at
# random and N changes; with hooks, and one logger for all.

service all/web <<'run'
exec setlock -n "lock.$1" sh -c 'echo "$$" >>"runs.$0"; echo "worker $0"; exec sleep 1000' "$1"
run
hook() { cat >all/web/$1; chmod 755 all/web/$1; }
hook start <<'start'
#!/bin/sh
echo "$1 $WORKER" >>started
start
hook finish <<'finish'
#!/bin/sh
echo "$WORKER $3" >>finished
finish
hook notify <<'notify'
#!/bin/sh
echo "$WORKER $*" >>notified
notify
service all/web/log <<'run'
exec cat >>lines
run
workers=4
echo $workers >all/web/workers
scan() { background sh -c 'exec svscan all 2>>messages'; }
scan
random() { echo $(($(od -An -N2 -tu2 /dev/urandom) % $1)); }
supervise_of() { sed -n 's/^supervise //p' all/web/worker/$1/supervise/state; }
# One that is not there yet is not killed: number 0 would be this whole scenario.
end() { [ "${1:-0}" = 0 ] || kill -KILL "$1" 2>/dev/null || :; }
for n in 0 1 2 3; do eventually up all/web/worker/$n; done

until=$(($(date +%s) + 4))
while [ "$(date +%s)" -lt $until ]; do
    n=$(random $workers)
    case $(random 8) in
    0 | 1 | 2) end "$(pid_of all/web/worker/$n 2>/dev/null)" ;;
    3 | 4) end "$(supervise_of $n 2>/dev/null)" ;;
    5) kill -KILL $pid 2>/dev/null || :; scan ;;
    6) workers=$((2 + $(random 5)))
        echo $workers >workers.new
        mv workers.new all/web/workers
        kill -HUP $pid 2>/dev/null || : ;;
    7) svc -t all/web 2>/dev/null ;;
    esac
    sleep 0.0$(random 10)
done

# Those who are wanted run, and nobody else does.
alive $pid || scan
eventually [ -d all/web/worker ]
# Who wrote its pid has its lock. Nobody tries a lock that somebody may be about to take, for
# that one would not get it.
runs_last() { [ "$(pid_of all/web/worker/$1)" = "$(tail -n 1 all/web/runs.$1)" ]; }
is_whole() {
    for one in 0 1 2 3 4 5 6; do
        if [ $one -lt $workers ]; then
            svup all/web/worker/$one && runs_last $one || return 1
        else
            no svok all/web/worker/$one || return 1
        fi
    done 2>/dev/null
    [ $workers = "$(svstat all/web | grep -c ': up')" ]
}
eventually is_whole
for one in $(seq $workers 6); do eventually setlock -n all/web/lock.$one true; done
# One that ends is finished, however little happened before.
svc -t all/web/worker/0
eventually grep -qx '0 web/worker/0' all/web/finished
# A last -t may only be on its way; a notify is run beside its service, and goes untold where
# supervise is killed before it.
for one in $(seq 0 $((workers - 1))); do
    eventually runs_last $one
    grep -qx "$one $one" all/web/started
    eventually grep -q "^$one run start [1-9][0-9]* 0$" all/web/notified
    eventually grep -qx "worker $one" all/web/log/lines
done
same 0 "$(grep -vc '^\([0-9]\) web/worker/\1$' all/web/finished)"

# Never two of one number: none has found its lock held. A supervise that was only on its way
# when its svscan was killed may meet that of the next one: then one of them leaves.
met='^supervise: fatal: unable to acquire web/\(worker/[0-9]\|log\)/supervise/lock: temporary failure$'
same '' "$(grep -v -e 'another svscan' -e "$met" messages || :)"
kill -TERM $pid
finishes $pid 0
for one in 0 1 2 3 4 5 6; do setlock -n all/web/lock.$one true; done
no svok all/web/log
