# At most one start a second, for each; commands are heard meanwhile.

mkdir -p bin all/a all/b
cat >bin/supervise <<'program'
#!/bin/sh
echo >>"$TMPDIR/$1"
exit 111
program
chmod 755 bin/supervise
begun=$(now)
PATH=$PWD/bin:$PATH background svscan all
four() { [ "$(wc -l <"$TMPDIR/$1")" -ge 4 ]; }
eventually four a
eventually four b
[ "$(took $begun)" -ge 3000 ] || fail "faster than once a second"
begun=$(now)
kill -TERM $pid
finishes $pid 0
in_time $begun 2000 'TERM'
