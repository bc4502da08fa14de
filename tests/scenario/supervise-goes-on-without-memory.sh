# No memory, or no descriptors, for supervise: what runs keeps running, commands are heard, a
# cause is told once, and the service is up within two seconds of relief.

need prlimit
if grep -q __asan_init "$programs/supervise"; then skip 'a sanitizer takes no such limit'; fi
service web <<'run'
echo start >>starts
exec sleep 1000
run
stopped() { case "$(ps -o stat= -p $first)" in T*) ;; *) return 1 ;; esac; }
for limit in as=4096 nofile=3; do
    rm -f web/starts
    exec 3>&2 2>errors
    background supervise web
    exec 2>&3
    eventually test -s web/starts
    eventually up web
    first=$(pid_of web)
    most=$(prlimit --pid $pid --${limit%=*} --noheadings --output HARD)
    prlimit --pid $pid --$limit:
    svc -p web
    eventually stopped
    svc -dc web
    eventually gone $first
    # Tried once a second; that a try fails can be seen by nothing but what does not happen.
    svc -u web
    sleep 2
    same 1 "$(wc -l <web/starts)"
    kill -0 $pid
    prlimit --pid $pid --${limit%=*}=$most:
    begun=$(now)
    again() { [ "$(wc -l <web/starts)" -eq 2 ] && another web $first; }
    eventually again
    in_time $begun 2000 "up after $limit"
    same '' "$(grep '^supervise: ' errors | sort | uniq -d)"
    svc -dx web
    finishes $pid 0
done
