# $UID and $GID are the account's; nothing else changes, and nobody needs to be root for it.

same '0 0' "$(env UID=7 GID=8 envuidgid root sh -c 'echo $UID $GID')"
same "$(id)" "$(envuidgid root id)"
exits 111 envuidgid nosuch touch started 2>said
same 'envuidgid: fatal: unknown account nosuch' "$(cat said)"
exits 111 envuidgid 0 touch started 2>said
same 'envuidgid: fatal: unknown account 0' "$(cat said)"
no test -e started
