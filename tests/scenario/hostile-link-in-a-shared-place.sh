# An absolute $SUPERVISEDIR where all may make names, and a link that somebody else has put
# where supervise/ of a service is to be: it is not followed, be there anything or not.
# Root's own is.

need_root
service web <<'run'
exec sleep 1000
run
chmod 755 .
mkdir shared precious
chmod 1777 shared
export SUPERVISEDIR="$PWD/shared"
place=shared/$(pwd -P | cut -c 2- | tr / :):web
for to in precious missing; do
    as_nobody ln -s "$PWD/$to" "$place"
    exits 111 supervise web 2>said
    same "supervise: fatal: unable to acquire $PWD/$place/lock: access denied" "$(cat said)"
    rm "$place"
done
same '' "$(ls precious)"
no test -e missing
ln -s "$PWD/missing" "$place"
background supervise web
eventually svok web
test -p missing/ok
svc -dx web
finishes $pid 0
