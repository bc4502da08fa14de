# A wrong use is 100, and the program does not run.

for wrong in 0 65 -1 term SIGNOSUCH '' 9x; do
    exits 100 pdeath "$wrong" touch started 2>said
    same "pdeath: fatal: no such signal: $wrong" "$(cat said)"
done
exits 100 pdeath 2>said
same 'pdeath: usage: pdeath signal program [ arg ... ]' "$(cat said)"
exits 100 pdeath TERM 2>said
no test -e started
[ "$(uname)" = Linux ] || exit 0
exits 111 pdeath TERM ./nosuch 2>said
same 'pdeath: fatal: unable to run ./nosuch: file does not exist' "$(cat said)"
