# A new directory is found within five seconds, and at once after HUP.

mkdir all
background svscan all
service made/late <<'run'
exec sleep 1000
run
mkdir made/now && cp made/late/run made/now/run
begun=$(date +%s)
mv made/late all/late
eventually up all/late
[ $(($(date +%s) - begun)) -le 6 ] || fail "too late"
begun=$(date +%s%N)
mv made/now all/now
kill -HUP $pid
eventually up all/now
[ $((($(date +%s%N) - begun) / 1000000)) -le 1500 ] || fail "HUP did not look at once"
