# An environment that does not fit into memory is a failure like any other: 111.

if grep -q __asan_init "$programs/envdir"; then skip "needs programs without a sanitizer"; fi
mkdir env
head -c 15000000 /dev/zero | tr '\0' x >env/A
exits 111 softlimit -a 6000000 -d 6000000 envdir env touch started 2>said
same 'envdir: fatal: out of memory' "$(cat said)"
exits 111 softlimit -a 6000000 -d 6000000 envini env/A touch started 2>said
same 'envini: fatal: out of memory' "$(cat said)"
no test -e started
