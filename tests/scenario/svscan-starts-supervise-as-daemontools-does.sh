# `supervise NAME` and `supervise NAME/log`, found in $PATH, working in the scan directory, in
# process groups of their own; the service's output is the logger's input, all else is svscan's.

mkdir -p bin all/web/log all/plain
cat >bin/supervise <<'program'
#!/bin/sh
open=$(echo $(ls /proc/$$/fd))
input=$(readlink /proc/$$/fd/0)
output=$(readlink /proc/$$/fd/1)
error=$(readlink /proc/$$/fd/2)
name=$TMPDIR/$(echo "$1" | tr / -)
{
    echo "$# $1 $PWD"
    ps -o pgid= -p $$ | tr -d ' '
    echo "$$"
    echo "$input"
    echo "$output"
    echo "$error"
    echo "$open"
    grep SigBlk /proc/self/status
    ulimit -n
} >"$name.new"
mv "$name.new" "$name"
exec sleep 1000
program
chmod 755 bin/supervise
ulimit -Sn 100
PATH=$PWD/bin:$PATH background sh -c 'exec svscan all 2>/dev/null'
for one in web web-log plain; do eventually test -e "$TMPDIR/$one"; done
line() { sed -n "$2p" "$TMPDIR/$1"; }
same "1 web $PWD/all" "$(line web 1)"
same "1 web/log $PWD/all" "$(line web-log 1)"
for one in web web-log plain; do
    same "$(line $one 3)" "$(line $one 2)"
    same /dev/null "$(line $one 6)"
    # The shell itself has more: its script, and the pipe from ls.
    [ "$(line $one 7 | wc -w)" -le 6 ] || fail "descriptors: $(line $one 7)"
    matches 'SigBlk:*0000000000000000' "$(line $one 8)"
    same 100 "$(line $one 9)"
done
same "$PWD/all/web/log/supervise/pipe" "$(line web 5)"
same "$(line web 5)" "$(line web-log 4)"
same "$(readlink /proc/$pid/fd/0)" "$(line web 4)"
same "$(readlink /proc/$pid/fd/1)" "$(line web-log 5)"
same "$(readlink /proc/$pid/fd/1)" "$(line plain 5)"
for one in web web-log plain; do kill "$(line $one 3)"; done
