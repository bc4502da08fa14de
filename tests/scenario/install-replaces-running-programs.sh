# Installing over programs that run succeeds, and they run on as they were.

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
