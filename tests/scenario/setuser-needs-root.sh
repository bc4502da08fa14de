# A step that fails ends it: the program never runs.

exits 111 setuser nosuch touch started 2>said
same 'setuser: fatal: unknown account nosuch' "$(cat said)"
if [ "$(id -u)" = 0 ]; then
    need setpriv
    chmod 777 .
    exits 111 $nobody setuser bin touch "$PWD/started" 2>said
    same 'setuser: fatal: unable to initgroups: permission denied' "$(cat said)"
fi
no test -e started
