# A processor that fails or is killed is run again after five seconds, on the same log, while
# lines are written on. At the end of input it is waited for.

mkfifo pipe
exec 3<>pipe
multilog s4096 '!if [ -e ../once ]; then rm ../once; exit 1; fi
if [ -e ../twice ]; then rm ../twice; kill -9 $$; fi; cat' ./main <pipe 2>said &
pid=$!
pids="$pids $pid"
finished() { ls main/@*.s; }
touch once
seq 800 >&3
eventually grep -qx 'multilog: warning: processor failed in ./main, pausing' said
echo 'meanwhile' >&3
eventually grep -q meanwhile main/current
no finished 2>/dev/null
eventually finished
touch twice
seq 800 >&3
eventually grep -qx 'multilog: warning: processor crashed in ./main, pausing' said
exec 3>&-
finishes $pid 0
same 1601 "$(cat main/@*.s main/current | wc -l)"
same 744 "$(stat -c %a main/current)"
same 2 "$(wc -l <said)"
