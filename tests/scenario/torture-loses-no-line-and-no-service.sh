# Twenty services write numbered lines, each to a multilog with small files. For TORTURE_SECONDS
# (10; `make torture`: 120) one thing after the other is done to one of them at random: what
# TORTURE says. At the end every line that went into a pipe is on disk, and one copy of each
# service runs. TORTURE_SEED repeats a sequence, though not its timing.
#
#     service, logger     killed with -9
#     supervise, keeper   the supervise of a service, of a logger, killed with -9
#     svscan              killed with -9, and another started a moment later
#     again, rescan       supervise is told `e`; svscan gets HUP
#     restart, rotate     svc -t to a service, svc -a to a logger
#     disk                the logs' disk is full for a moment (as root)

[ "$(uname)" = Linux ] || skip "needs Linux's tee(2) and /proc"
: "${TORTURE_SECONDS:=10}" "${TORTURE_SEED:=$$}" "${TORTURE_SERVICES:=20}"
: "${TORTURE=service logger supervise keeper svscan again rescan restart rotate disk}"
here=$(pwd -P)
mkdir disk counts

has() { case " $TORTURE " in *" $1 "*) ;; *) return 1 ;; esac; }
if has disk && ! mount -t tmpfs -o size=256m none disk 2>/dev/null; then
    log 'may not mount a tmpfs: the disk is never full'
    TORTURE=$(echo " $TORTURE " | sed 's/ disk / /')
fi
trap 'umount -l disk 2>/dev/null || :; clean_up' EXIT

numbers=$(seq "$TORTURE_SERVICES")
for i in $numbers; do
    label=t
    [ $((i % 2)) = 0 ] || label=
    service all/s$i <<run
exec "$helpers/numbers" s$i ../../counts
run
    service all/s$i/log <<run
exec multilog $label s4096 n1000000 ../../../disk/s$i
run
    # Some are modern: a session of their own, and one more process at each death.
    [ $((i % 4)) != 0 ] || { printf '#!/bin/sh\nexit 0\n' >all/s$i/finish; chmod 755 all/s$i/finish; }
done

start() { background svscan all 2>>messages; }
state() { sed -n "s/^$2 //p" "all/$1/supervise/state" 2>/dev/null || :; }

# shoot PID DIR: only what really runs there. A pid that was read may be another's by now.
shoot() {
    [ "${1:-0}" -gt 0 ] || return 1
    [ "$(readlink "/proc/$1/cwd")" = "$here/all${2:+/$2}" ] || return 1
    kill -KILL "$1"
}
torment() {
    case $1 in
    service) shoot "$(state s$2 pid)" s$2 ;;
    logger) shoot "$(state s$2/log pid)" s$2/log ;;
    supervise) shoot "$(state s$2 supervise)" s$2 ;;
    keeper) shoot "$(state s$2/log supervise)" s$2/log ;;
    svscan) shoot $pid '' && { wait $pid || :; sleep 0.$(($2 % 5)); start; } ;;
    again) [ -z "$(svc -e all/s$2 all/s$2/log 2>&1)" ] ;;
    rescan) kill -HUP $pid ;;
    restart) svc -t all/s$2 ;;
    rotate) svc -a all/s$2/log ;;
    disk)
        [ ! -e disk/filler ] && { fill 0.$(($2 % 10)) & filler=$!; }
        ;;
    esac
}
fill() {
    head -c 300000000 /dev/zero >disk/filler || :
    sleep $1
    rm -f disk/filler
}

# below N: a random number, in $number.
seed=$TORTURE_SEED
below() {
    seed=$(((seed * 1103515245 + 12345) % 2147483648))
    number=$((seed / 65536 % $1))
}

all_up() { for i in $numbers; do up all/s$i && up all/s$i/log || return 1; done; }
# Two processes in each directory: a supervise, and what it supervises.
running() {
    ls -l /proc/[0-9]*/cwd 2>/dev/null | sed -n "s|.* -> $here/all/||p" | sort | uniq -c |
        awk '{ print $1, $2 }'
}
one_copy_of_each() {
    running >copies
    all_up && [ "$(wc -l <copies)" = $((TORTURE_SERVICES * 2)) ] && no grep -qv '^2 ' copies
}

start
eventually all_up
count=$(echo $TORTURE | wc -w)
done= filler=
finish=$(($(date +%s) + TORTURE_SECONDS))
while [ "$(date +%s)" -lt $finish ]; do
    below "$count"
    kind=$(echo $TORTURE | cut -d ' ' -f $((number + 1)))
    below "$TORTURE_SERVICES"
    i=$((number + 1))
    if torment $kind $i 2>>complaints; then done="$done $kind"; fi
    below 8
    sleep 0.0$number
done
[ -z "$filler" ] || wait $filler
echo $done | tr ' ' '\n' | sort | uniq -c | awk '{ print $2 ": " $1 }'
echo "seed $TORTURE_SEED, $TORTURE_SECONDS seconds, $(ls counts | wc -l) starts of $TORTURE_SERVICES services"
grep -v '^+' messages | sed 's/[0-9][0-9]*/N/g' | sort | uniq -c | sort -rn | head -n 20

tries=400
until one_copy_of_each; do
    tries=$((tries - 1))
    [ $tries -gt 0 ] || { grep -v '^2 ' copies || :; fail 'not one copy of each service'; }
    sleep 0.05
done
echo "processes: one of each service and logger"
kill -TERM $pid
finishes $pid 0
same '' "$(running)"
"$helpers/tally" counts disk || fail 'lines are lost'
