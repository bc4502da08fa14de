# At most one start a second, for each; commands are heard meanwhile.

mkdir -p bin all/a all/b
cat >bin/supervise <<'program'
#!/bin/sh
echo >>"$TMPDIR/$1"
exit 111
program
chmod 755 bin/supervise
PATH=$PWD/bin:$PATH background svscan all
begun=$(date +%s%N)
four() { [ "$(wc -l <"$TMPDIR/$1")" -ge 4 ]; }
eventually four a
eventually four b
[ $((($(date +%s%N) - begun) / 1000000)) -ge 2800 ] || fail "faster than once a second"
begun=$(date +%s%N)
kill -TERM $pid
finishes $pid 0
[ $((($(date +%s%N) - begun) / 1000000)) -lt 2000 ] || fail "TERM was not heard at once"
