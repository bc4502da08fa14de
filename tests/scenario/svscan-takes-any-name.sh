# Blanks, newlines, bytes that are not UTF-8, 255 bytes, a leading dash: a name is a name.

mkdir all
long=$(printf '%0255d' 7)
printf '%s\0' 'two  blanks' 'a
newline' "$(printf 'not\377utf8')" "$long" '-dash' '*' "'" >names
cat >make <<'program'
mkdir -p "all/$1/log"
printf '#!/bin/sh\necho said\nexec sleep 1000\n' >"all/$1/run"
printf '#!/bin/sh\nexec cat >lines\n' >"all/$1/log/run"
chmod 755 "all/$1/run" "all/$1/log/run"
program
xargs -0 -n 1 sh make <names
background sh -c 'exec svscan all 2>messages'
for dir in all/*; do eventually grep said "$dir/log/lines"; done
same 7 "$(find all -name lines | grep -c lines)"
kill -TERM $pid
finishes $pid 0
same '' "$(cat messages)"
