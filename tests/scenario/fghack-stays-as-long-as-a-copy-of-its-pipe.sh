# A program that goes into the background is waited for; its first process's exit code counts.

mkfifo go
cat >daemon <<'end'
#!/bin/sh
(read line <go; touch finished) >/dev/null 2>&1 </dev/null &
exit 5
end
chmod 755 daemon
background fghack ./daemon
(echo >go)
finishes $pid 5
test -e finished

exits 111 fghack sh -c 'kill -9 $$' 2>said
same 'fghack: fatal: child crashed' "$(cat said)"
exits 111 env --ignore-signal=CHLD fghack true 2>said
same 'fghack: fatal: wait failed: no child processes' "$(cat said)"
exits 0 fghack sh -c 'yes | head -c 200000 >&5'
