# run gets its directory, descriptors 0, 1 and 2 and no other, no blocked signal, and default
# actions for all, even where supervise was started with more descriptors and with signals
# that are ignored.

[ -r /proc/self/status ] || skip 'needs /proc'
service web <<'run'
grep -E '^Sig(Blk|Ign)' /proc/self/status >signals
pwd >dir
exec ls /proc/self/fd
run
touch web/down
background sh -c 'trap "" HUP PIPE USR1; exec supervise web >fds 5</dev/null 7>&1 9>>other'
eventually svok web
printf o >web/supervise/control
eventually grep -q 2 fds
# The 3 is the directory that ls reads.
same '0 1 2 3' "$(sort -n fds | xargs)"
same "$PWD/web" "$(cat web/dir)"
# 32 and 33 belong to the C library, which lets nobody change them.
same '' "$(grep -vE '[[:space:]]0000000[01][08]0000000$' web/signals || :)"
