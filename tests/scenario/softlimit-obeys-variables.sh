# $SOFTLIMIT_... are limits too. Options come later, and so win; memory comes after its parts.

export SOFTLIMIT_OPENFILES=50
same 50 "$(softlimit sh -c 'ulimit -Sn')"
same 60 "$(softlimit -o 60 sh -c 'ulimit -Sn')"
unset SOFTLIMIT_OPENFILES
limit() { sed -En "s/^Max $1 +([a-z0-9]+).*/\1/p" limits; }
env SOFTLIMIT_ALLBYTES=71000000 SOFTLIMIT_COREBYTES=72000000 SOFTLIMIT_DATABYTES=73000000 \
    SOFTLIMIT_FILEBYTES=74000000 SOFTLIMIT_LOCKEDBYTES=65536 SOFTLIMIT_PROCS=76000 \
    SOFTLIMIT_RSSBYTES=77000000 SOFTLIMIT_STACKBYTES=7800000 SOFTLIMIT_CPUSECS=79 \
    softlimit cat /proc/self/limits >limits
same 71000000 "$(limit 'address space')"
same 72000000 "$(limit 'core file size')"
same 73000000 "$(limit 'data size')"
same 74000000 "$(limit 'file size')"
same 65536 "$(limit 'locked memory')"
same 76000 "$(limit processes)"
same 77000000 "$(limit 'resident set')"
same 7800000 "$(limit 'stack size')"
same 79 "$(limit 'cpu time')"
env SOFTLIMIT_MEMBYTES=70000000 SOFTLIMIT_ALLBYTES=1 SOFTLIMIT_DATABYTES= \
    softlimit -s 7000000 cat /proc/self/limits >limits
same 70000000 "$(limit 'address space')"
same 70000000 "$(limit 'data size')"
same 7000000 "$(limit 'stack size')"

exits 100 env SOFTLIMIT_CPUSECS=2m softlimit touch started 2>said
same 'softlimit: fatal: SOFTLIMIT_CPUSECS is no limit: 2m' "$(cat said)"
no test -e started
