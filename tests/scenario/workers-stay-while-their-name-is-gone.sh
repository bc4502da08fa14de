# A name that is gone for less than five seconds, as that of a link that is made anew, ends no
# workers, as it ends no other service; nor does another name.

mkdir real scan parked
for one in web alone; do
    service real/$one <<'run'
exec sleep 1000
run
    ln -s ../real/$one scan/$one
done
echo 2 >real/web/workers
background sh -c 'exec svscan scan 2>messages'
svc -Wr -T 20 scan/web scan/alone
pids_of() { for dir in web/worker/0 web/worker/1 alone; do pid_of real/$dir; done | xargs; }
# When a new service is up, a look has been.
look() {
    service parked/look <<'run'
exec sleep 1000
run
    mv parked/look scan/look$looks
    eventually up scan/look$looks
    looks=$((looks + 1))
}
looks=0
before=$(pids_of)
mv scan/web scan/other
look
same "$before" "$(pids_of)"
mv scan/other scan/web
look
same "$before" "$(pids_of)"
# Where this takes too long it proves nothing.
for try in 1 2 3 4 5; do
    before=$(pids_of)
    start=$(now)
    rm scan/web scan/alone
    look
    for one in web alone; do ln -s ../real/$one scan/$one; done
    look
    took=$(took $start)
    svc -Wr -T 60 scan/web scan/alone
    [ "$took" -ge 4000 ] || break
done
[ "$took" -lt 4000 ] || skip 'the machine is too slow'
same "$before" "$(pids_of)"
same '' "$(cat messages)"
