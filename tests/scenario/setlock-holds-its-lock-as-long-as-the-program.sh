# The lock is the program's, waited for or not, and passes from one to the next.

background setlock lock sleep 1000
first=$pid
eventually no setlock -n lock true
exits 111 setlock -n lock touch started 2>said
same 'setlock: fatal: unable to lock lock: temporary failure' "$(cat said)"
exits 0 setlock -nx lock touch started
no test -e started
background setlock lock touch started
kill $first
finishes $pid 0
test -e started

# Descriptors that the program leaves to a child keep it locked.
setlock lock sh -c 'sleep 1000 & echo $! >child'
no setlock -n lock true 2>/dev/null
kill "$(cat child)"
eventually setlock -n lock true

exits 111 setlock missing/lock true 2>said
same 'setlock: fatal: unable to open missing/lock: file does not exist' "$(cat said)"
exits 0 setlock -x missing/lock touch again
no test -e again
