# The wall clock is set back an hour, and forward ten: what is to be started is started when
# it would have been, and what is to be killed is killed then; only what is told of times
# goes by that clock.

PATH=$helpers/clock:$PATH CLOCK_SHIFT=$PWD/shift
export PATH CLOCK_SHIFT
echo 0 >shift
set_clock() { echo "$1" >shift.new && mv shift.new shift; }
service all/brief <<'run'
echo start >>starts
run
service all/long <<'run'
exec sleep 1000
run
service all/stubborn <<'run'
trap '' TERM
echo start >>starts
while :; do sleep 0.2; done
run
echo 2000 >all/stubborn/timeout-kill
starts() { wc -l <all/brief/starts; }
# Between two starts.
rests() {
    stands=$(grep -x 'state waiting\|starts .*' all/brief/supervise/state) && begun=$(now) from=$(starts)
    case "$stands" in *waiting*) ;; *) return 1 ;; esac
    [ "$stands" = "$(grep -x 'state waiting\|starts .*' all/brief/supervise/state)" ]
}
background svscan all
svscan=$pid
supervise() { sed -n 's/^supervise //p' all/$1/supervise/state; }
eventually test -s all/stubborn/starts
eventually up all/long
for shift in -3600 32400; do
    eventually test -s all/brief/starts
    eventually rests
    set_clock $shift
    more() { [ "$(starts)" -ge $((from + 2)) ]; }
    eventually more
    [ $(took $begun) -ge 950 ] || fail "paced too soon"
    in_time $begun 6000 "paced too late"

    # One that has lived for a second is started at once, and so is its supervise.
    begun=$(now)
    process=$(pid_of all/long)
    svc -k all/long
    eventually another all/long $process
    process=$(pid_of all/long)
    old=$(supervise long)
    kill -KILL $old
    follows() { new=$(supervise long) && [ "$new" != $old ] && alive $new; }
    eventually follows
    same $process "$(pid_of all/long)"
    in_time $begun 1800 "not at once"

    # KILL follows TERM, though another supervise has taken it up meanwhile.
    set_clock 0
    begun=$(now)
    count=$(wc -l <all/stubborn/starts)
    old=$(supervise stubborn)
    svc -d all/stubborn
    eventually grep '^kill-at [1-9]' all/stubborn/supervise/state
    set_clock $shift
    kill -KILL $old
    follows() { new=$(supervise stubborn) && [ "$new" != $old ] && alive $new; }
    eventually follows
    eventually down all/stubborn
    in_time $begun 6000 "killed too late"
    [ $(took $begun) -ge 1950 ] || fail "killed too soon"
    svc -u all/stubborn
    again() { [ "$(wc -l <all/stubborn/starts)" -gt $count ]; }
    eventually again
done
# A new directory is found as ever, and the tree ends.
service late <<'run'
exec sleep 1000
run
mv late all/late
eventually up all/late
svc -dx all/stubborn
kill -TERM $svscan
finishes $svscan 0
