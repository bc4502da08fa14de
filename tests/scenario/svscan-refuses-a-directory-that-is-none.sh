# Exit code 111, one line that names the reason.

exits 111 svscan nowhere 2>messages
same 'svscan: fatal: unable to chdir to nowhere: file does not exist' "$(cat messages)"
echo >file
exits 111 svscan file 2>messages
same 'svscan: fatal: unable to chdir to file: not a directory' "$(cat messages)"
