# USR1: svscan becomes the program that is installed now. It keeps its pid, its children, its
# pipes, its lock and what it was about to do; nothing is restarted.

[ "$(uname)" = Linux ] || skip "needs /proc"
mkdir bin
cp "$programs/svscan" bin/svscan
for name in web 'odd
name'; do
    mkdir -p "all/$name/log"
    cat >"all/$name/run" <<'run'
#!/bin/sh
echo start >>starts
echo started
# A shell reads byte by byte: two of them would share one line.
[ "${PWD##*/}" = web ] || exec sleep 1000
while read -r line <../../feed; do echo "$line"; done
run
    printf '#!/bin/sh\nulimit -Sn >limit\nexec cat >>lines\n' >"all/$name/log/run"
    chmod 755 "all/$name/run" "all/$name/log/run"
done
service all/.log <<'run'
exec cat >>lines
run
service all/bare <<'run'
echo bare
exec sleep 1000
run
mkfifo feed
exec 3<>feed
ulimit -Sn 100
background sh -c 'exec bin/svscan all .log >own 2>&1'
odd='all/odd
name'
for dir in all/web all/web/log "$odd" "$odd/log" all/bare all/.log; do eventually up "$dir"; done
for dir in all/web "$odd"; do eventually grep started "$dir/log/lines"; done
pids_of_all() { for dir in all/web all/web/log "$odd" "$odd/log" all/bare all/.log; do pid_of "$dir"; done; }
children() { ps -o pid= --ppid $pid | sort; }
descriptors() { ls -l /proc/$pid/fd | sed -n 's/.* \([0-9]*\) -> \(.*\)/\2/p' | grep -v inotify | sort; }
limit() { sed -n 's/^Max open files *\([0-9]*\) .*/\1/p' /proc/$pid/limits; }
settled() { open=$(descriptors) && sleep 0.2 && [ "$open" = "$(descriptors)" ]; }
eventually settled
services=$(pids_of_all) supervises=$(children) raised=$(limit)
old=$(readlink /proc/$pid/exe)

# A program that cannot be executed: the old one goes on, and says so.
mv bin/svscan bin/old
echo nonsense >bin/svscan
kill -USR1 $pid
eventually grep 'svscan: warning: unable to execute .*/bin/svscan: access denied' all/.log/lines
same_open() { [ "$open $raised" = "$(descriptors) $(limit)" ]; }
eventually same_open

cp "$programs/svscan" bin/new
mv bin/new bin/svscan
kill -USR1 $pid
exe() { [ "$(readlink /proc/$pid/exe)" = "$PWD/bin/svscan" ] && grep -q resume /proc/$pid/cmdline; }
eventually exe
eventually same_open
same "$services" "$(pids_of_all)"
same "$supervises" "$(children)"
for dir in all/web "$odd"; do same 1 "$(wc -l <"$dir/starts")"; done

# Its children are still its own, whose deaths it hears, and get what they always got.
web=$(for one in $supervises; do
    case "$(ps -o args= -p $one)" in 'supervise web/log') echo $one ;; esac
done)
rm all/web/log/limit
svc -d all/web/log
eventually down all/web/log
kill -KILL $web
eventually up all/web/log
eventually test -s all/web/log/limit
same 100 "$(cat all/web/log/limit)"
echo line >feed
eventually grep '^line' all/web/log/lines
exits 111 svscan all 2>second
grep 'another svscan runs there' second

# Once more, and then the end.
kill -USR1 $pid
kill -TERM $pid
finishes $pid 0
for dir in all/web all/web/log "$odd" "$odd/log" all/bare all/.log; do no svok "$dir"; done
same '' "$(cat own)"
