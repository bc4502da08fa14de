# Installing over programs that run succeeds, and they run on as they were; installing where
# nothing can be installed fails.

put() { (cd "$top" && sh svscan/package/install "$TMPDIR/root" /usr "$programs/tai64n"); }
put
mkfifo in
"$TMPDIR/root/usr/bin/tai64n" <in >out &
pid=$! pids=$!
exec 3>in
put
echo line >&3
eventually grep -q ' line$' out
exec 3>&-
finishes $pid 0
cmp "$programs/tai64n" "$TMPDIR/root/usr/bin/tai64n"

# A place that is no directory is an error.
into_a_file() { cd "$top" && sh svscan/package/install "$1" /usr "$programs/tai64n"; }
if (into_a_file "$TMPDIR/root/usr/bin/tai64n") 2>said; then fail "installed into a file"; fi
grep -q 'usr/bin/tai64n' said
