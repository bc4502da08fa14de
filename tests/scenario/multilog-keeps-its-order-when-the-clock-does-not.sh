# A clock that stands still, and one that is set back while multilog runs and between two
# runs: the names of finished logs are distinct and rise with age, and what is kept is the
# newest.

CLOCK_SHIFT=$PWD/clock
export CLOCK_SHIFT
PATH=$helpers/clock:$PATH
newest_are_kept() {
    same 2 "$(ls still | grep -c '^@.*\.s$')"
    cat still/@* still/current >kept
    tail -c $(stat -c %s kept) numbers | cmp - kept
}

# Two rotations, and more, in one tick.
echo =1600000000 >clock
seq 10000 >numbers
multilog s4096 n1000 ./still <numbers
cat still/@* still/current | cmp - numbers
[ $(ls still | grep -c '^@400000005f5e100a000000.*\.s$') -gt 10 ]
multilog s4096 n3 ./still <numbers
newest_are_kept

# Back by years between two runs: what was there is older all the same.
echo =1000000000 >clock
multilog s4096 n3 ./still <numbers
newest_are_kept

# Back by an hour while it runs; labels of lines follow, names do not.
echo =1600000000 >clock
mkfifo pipe
exec 3<>pipe
multilog T s4096 n1000 ./back <pipe &
pid=$!
pids="$pids $pid"
head -n 500 numbers >&3
eventually grep -q ' 500$' back/current
echo =1599996400 >clock
tail -n +501 numbers >&3
eventually grep -q ' 10000$' back/current
kill -TERM $pid
finishes $pid 0
cat back/@* back/current | sed 's/.* //' | cmp - numbers
same '1600000000.000000 1' "$(head -n 1 "$(ls -d back/@* | head -n 1)")"
same '1599996400.000000 10000' "$(tail -n 1 back/current)"
