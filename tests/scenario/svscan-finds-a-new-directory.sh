# A new directory is found within five seconds, and at once after HUP.

mkdir all
background svscan all
service made/late <<'run'
exec sleep 1000
run
mkdir made/now && cp made/late/run made/now/run
begun=$(now)
mv made/late all/late
eventually up all/late
in_time $begun 6000
begun=$(now)
mv made/now all/now
kill -HUP $pid
eventually up all/now
in_time $begun 1500 'after HUP'
