# 300 services start and stop, with one svscan and without a word.

mkdir all
for i in $(seq 300); do
    mkdir all/$i
    printf '#!/bin/sh\nexec sleep 1000\n' >all/$i/run
done
chmod 755 all/*/run
background sh -c 'exec svscan all 2>messages'
all_up() { for dir in all/*; do up $dir || return 1; done; }
eventually all_up
kill -TERM $pid
finishes $pid 0
all_gone() { svstat all/* | grep -c 'supervise not running'; }
same 300 "$(all_gone)"
same '' "$(cat messages)"
