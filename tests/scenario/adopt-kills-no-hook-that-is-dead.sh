# A finish that was adopted has died, its parent has not waited for it yet, and its time is
# over: it is not killed, as somebody else may have its number by then.

[ "$(uname)" = Linux ] || skip 'needs to be told by the kernel'
need strace
strace -o /dev/null true 2>/dev/null || skip 'may not trace'
export ASAN_OPTIONS=detect_leaks=0  # which nobody can do who is traced
service web <<'run'
exec sleep 1000
run
cat >web/finish <<'end'
#!/bin/sh
echo $$ >>../finish
[ "$(wc -l <../finish)" -gt 1 ] || exec sleep 1000
end
chmod 755 web/finish
echo 2500 >web/timeout-finish
parent=$PPID
background supervise web
eventually up web
svc -k web
eventually test -s finish
began=$(now)
finish=$(cat finish)
kill -KILL $pid
eventually no svok web
background strace -qq -o trace -e trace=kill,execve supervise web
eventually svok web
supervise=$(sed -n 's/^supervise //p' web/supervise/state)
# Whatever happens here, the parent goes on: it ends this scenario.
kill -STOP $parent
(sleep 10; kill -CONT $parent) &
kill -STOP "$supervise"
if ! alive "$finish"; then kill -CONT "$supervise" $parent; skip 'too slow'; fi
same finishing "$(sed -n 's/^state //p' web/supervise/state)"
kill -KILL "$finish"
eventually no alive "$finish"
later() { [ "$(took "$began")" -gt 2700 ]; }
eventually later
kill -CONT "$supervise"
eventually another web 0
kill -CONT $parent
same 1 "$(wc -l <finish | tr -d ' ')"
no grep "kill($finish" trace
svc -dx web
finishes $pid 0
