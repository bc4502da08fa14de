# One supervise for each directory or link to one; names that begin with a dot, files and
# dangling links are nothing; two links to one directory are one service.

for dir in all/one all/.hidden elsewhere/two all/three; do
    service $dir <<'run'
echo start >>starts
exec sleep 1000
run
done
ln -s ../elsewhere/two all/two
ln -s ../elsewhere/two all/again
ln -s nowhere all/dangling
echo text >all/file
background sh -c 'exec svscan all 2>messages'
for dir in one two three; do eventually up all/$dir; done
kill -HUP $pid
eventually grep dangling messages
no svok all/.hidden
eventually test -s elsewhere/two/starts
same 1 "$(wc -l <elsewhere/two/starts)"
same 3 "$(ps -o pid= --ppid $pid | wc -l)"
same 'svscan: warning: unable to stat dangling: file does not exist' "$(cat messages)"
