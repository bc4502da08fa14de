# Under load both pipes, the one that multilog reads and its private one, become as large as an
# ordinary user's may be.

[ "$(uname)" = Linux ] || skip "needs Linux's tee(2)"
need strace
strace -o /dev/null true 2>/dev/null || skip 'may not trace'
most=$(cat /proc/sys/fs/pipe-max-size)
[ "$most" -ge 1048576 ] || skip 'the system allows no pipe of a mebibyte'
export ASAN_OPTIONS=detect_leaks=0 # Leaks cannot be looked for under strace.
yes | head -c 30000000 | strace -qq -e trace=fcntl -o trace multilog s16777215 n3 ./main
same 2 "$(grep -c 'F_SETPIPE_SZ, 1048576) *= 1048576' trace)"
same 30000000 "$(cat main/current main/@* | wc -c)"
