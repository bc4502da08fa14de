# Without supervise in $PATH: said once, and tried again until there is one.

mkdir -p bin all/a all/b
PATH=$PWD/bin "$programs/svscan" all 2>messages &
pid=$!
pids="$pids $pid"
eventually grep 'svscan: warning: unable to start supervise [ab]: file does not exist' messages
cat >bin/supervise <<'program'
#!/bin/sh
echo $$ >"$TMPDIR/$1"
exec /bin/sleep 1000
program
chmod 755 bin/supervise
eventually test -s "$TMPDIR/a"
eventually test -s "$TMPDIR/b"
same 1 "$(grep -c 'file does not exist' messages)"
kill $(cat "$TMPDIR/a" "$TMPDIR/b")
