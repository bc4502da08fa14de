# What was read is written before more is waited for: by tai64n and by tai64nlocal, lines
# and the beginnings of lines.

mkfifo in there
tai64n <in >there &
pids="$pids $!"
TZ=UTC tai64nlocal <there >out &
pids="$pids $!"
exec 3>in
printf 'one\n' >&3
eventually grep -q '^....-..-.. ..:..:..\.[0-9]* one$' out
printf 'tw' >&3
eventually grep -q ' tw$' out
printf 'o\n' >&3
eventually grep -q ' two$' out
exec 3>&-
for one in $pids; do finishes "$one" 0; done
