# Options set the soft limit, never above the hard one; words lift it again.

soft() { "$@" sh -c 'ulimit -Sn'; }
ulimit -Sn 100
ulimit -Hn 200
same 50 "$(soft softlimit -o 50)"
same 200 "$(softlimit -o 50 sh -c 'ulimit -Hn')"
same 200 "$(soft softlimit -o 1000)"
same 200 "$(soft softlimit -o =)"
same 200 "$(soft softlimit -o hard)"
same 60 "$(soft softlimit -o 50 -o60)"
same 100 "$(soft softlimit)"

# -m is four limits at once.
same '7000000 7000000 7000000' "$(softlimit -m 7000000 sed -En \
    's/^Max (data size|stack size|address space) +([0-9]+).*/\2/p' /proc/self/limits | paste -sd ' ')"

# Only root lifts a hard limit, and not even root in every container.
ulimit -Hc 100
drop=
if (ulimit -Hc unlimited) 2>/dev/null; then
    same unlimited "$(softlimit -c - sh -c 'ulimit -Hc')"
    same unlimited "$(softlimit -c unlimited sh -c 'ulimit -Sc')"
fi
if [ "$(id -u)" = 0 ]; then
    chmod 777 .
    drop=$nobody
fi
exits 111 $drop softlimit -c - touch started 2>said
same 'softlimit: fatal: setrlimit failed: permission denied' "$(cat said)"
no test -e started
