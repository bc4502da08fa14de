# A supervise that is killed is back at once, not at the next look.

service all/web <<'run'
exec sleep 1000
run
mkdir bin
cat >bin/supervise <<'program'
#!/bin/sh
echo $$ >>"$TMPDIR/starts"
exec sleep 1000
program
chmod 755 bin/supervise
PATH=$PWD/bin:$PATH background svscan all
eventually test -s "$TMPDIR/starts"
two() { [ "$(wc -l <"$TMPDIR/starts")" = 2 ]; }
sleep 1.1 # It has to have lived for a second.
begun=$(now)
kill -KILL "$(cat "$TMPDIR/starts")"
eventually two
in_time $begun 500 'not at once, but'
kill "$(tail -n 1 "$TMPDIR/starts")"
