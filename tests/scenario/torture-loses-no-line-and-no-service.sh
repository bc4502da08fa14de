# Twenty services write numbered lines, each to a multilog with small files. For TORTURE_SECONDS
# (10; `make torture`: 120) one thing after the other is done to one of them at random: what
# TORTURE says. At the end every line that went into a pipe is on disk, and one copy of each
# service runs. TORTURE_SEED repeats a sequence, though not its timing.
#
#     service, logger     killed with -9
#     supervise, keeper   the supervise of a service, of a logger, killed with -9
#     svscan              killed with -9, and another started a moment later
#     two                 two of these at once
#     again, upgrade      supervise is told `e`, svscan gets USR1: each executes itself anew
#     rescan              svscan gets HUP
#     restart, rotate     svc -t to a service, svc -a to a logger
#     replace             svc -r to a service that has a check
#     disk                the logs' disk is full for a moment (as root)

[ "$(uname)" = Linux ] || skip "needs Linux's tee(2) and /proc"
: "${TORTURE_SECONDS:=10}" "${TORTURE_SEED:=$$}" "${TORTURE_SERVICES:=20}"
: "${TORTURE=service logger supervise keeper svscan two again upgrade rescan restart rotate replace disk}"
here=$(pwd -P)
mkdir disk counts

has() { case " $TORTURE " in *" $1 "*) ;; *) return 1 ;; esac; }
# All logs are kept to the end: a page for every file, and there are many.
size=$((100 + 5 * TORTURE_SECONDS))  # MiB
if has disk && ! mount -t tmpfs -o size=${size}m none disk 2>/dev/null; then
    log 'may not mount a tmpfs: the disk is never full'
    TORTURE=$(echo " $TORTURE " | sed 's/ disk / /')
fi

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
    # Some are modern: a session of their own, one more process at each death, and they can be
    # replaced.
    [ $((i % 4)) = 0 ] || continue
    for hook in finish check; do printf '#!/bin/sh\nexit 0\n' >all/s$i/$hook; done
    chmod 755 all/s$i/finish all/s$i/check
done

start() { background svscan all 2>>messages; echo "$(date +%s.%N) start svscan $pid" >>killed; }
state() { sed -n "s/^$2 //p" "all/$1/supervise/state" 2>/dev/null || :; }

# What is in a pipe goes with the last who has it open, so one who can read it is always left:
# reader_left PID ...: each pipe will have a reader when these are dead.
reader_left() {
    readers=$(sed -n 's|^pid \(.*\)|/proc/\1/fd|p; s|^supervise \(.*\)|/proc/\1/fd|p' all/*/log/supervise/state)
    ls -l /proc/$pid/fd $readers 2>/dev/null | awk -v dead=" $* " -v wanted="$TORTURE_SERVICES" -v top="$here/all/" '
        /^\/proc\// { split($0, part, "/"); pid = part[3] }
        /^lr.*\/log\/supervise\/pipe$/ && index($NF, top) == 1 {
            if (index(dead, " " pid " ") == 0) held[$NF] = 1
        }
        END { for (pipe in held) ++count; exit count != wanted }'
}
# shoot N KIND ...: kills them at once. A pid that was read may be another's by now, so only
# who works where it should is killed.
shoot() {
    victims= place=
    for one; do
        case $one in
        service) place=/s$1 victim=$(state s$1 pid) ;;
        logger) place=/s$1/log victim=$(state s$1/log pid) ;;
        supervise) place=/s$1 victim=$(state s$1 supervise) ;;
        keeper) place=/s$1/log victim=$(state s$1/log supervise) ;;
        svscan) place= victim=$pid ;;
        *) continue ;;
        esac
        [ "${victim:-0}" -gt 0 ] || return 1
        [ "$(readlink "/proc/$victim/cwd")" = "$here/all$place" ] || return 1
        victims="$victims $victim"
    done
    reader_left $victims || return 1
    kill -KILL $victims
    case " $victims " in *" $pid "*) wait $pid || : ;; esac
    echo "$(date +%s.%N) s$1 $*:$victims" >>killed
}
torment() {
    case $1 in
    service | logger | supervise | keeper | svscan) shoot $2 $1 ;;
    two)
        below 10
        shoot $2 $(echo 'service logger,service supervise,service keeper,service svscan,logger supervise,logger keeper,logger svscan,supervise keeper,supervise svscan,keeper svscan' |
            cut -d , -f $((number + 1)))
        ;;
    again) [ -z "$(svc -e all/s$2 all/s$2/log 2>&1)" ] ;;
    upgrade) kill -USR1 $pid ;;
    rescan) kill -HUP $pid ;;
    restart) svc -t all/s$2 ;;
    rotate) svc -a all/s$2/log ;;
    replace) svc -r all/s$((($2 + 3) / 4 * 4)) ;;
    disk) [ ! -e disk/filler ] && { fill 0.$(($2 % 10)) & filler=$!; } ;;
    esac
}
fill() {
    head -c ${size}M /dev/zero >disk/filler || :
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
    alive $pid || { sleep 0.$((i % 5)); start; }
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
tries=400
while alive $pid; do
    tries=$((tries - 1))
    [ $tries -gt 0 ] || { for one in $(running | cut -d ' ' -f 2); do svstat -v all/$one; done; df disk; fail 'the tree does not end'; }
    sleep 0.05
done
finishes $pid 0
same '' "$(running)"
if ! "$helpers/tally" counts disk >tallied; then
    cat tallied
    sed -n 's/^lost: \(s[0-9]*\)-.*/\1/p' tallied | sort -u | while read -r name; do
        grep -E " (start|$name|s[0-9]+ .*svscan.*) " killed | sed "s/^/$name: /"
    done
    fail 'lines are lost'
fi
cat tallied
