# readproctitle keeps the end of what it read in its own title, as wide as its last argument,
# behind three dots; it ends with its input.

[ -r /proc/self/cmdline ] || skip "needs /proc"
title() { tr '\0' '|' </proc/$pid/cmdline; }
shows() { [ "$(title)" = "readproctitle|service errors:|$1|" ]; }

mkfifo in
readproctitle 'service errors:' abcdefghij <in &
pid=$! pids=$!
exec 3>in
eventually shows ..........
printf hello >&3
eventually shows .....hello
printf ' \0wo\0' >&3
eventually shows ...ello\ wo
printf 'a\n\0b' >&3
eventually shows "...o woa
b"
head -c 100000 /dev/zero | tr '\0' z >&3
eventually shows ...zzzzzzz
printf the-end >&3
eventually shows ...the-end
exec 3>&-
finishes $pid 0
