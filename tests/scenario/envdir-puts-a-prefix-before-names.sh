# With -p every name of the directory begins with the prefix. Without it nothing is an option.

mkdir env ./-x
echo 1 >env/A
: >env/B
same 1 "$(envdir -p P_ env sh -c 'echo $P_A$A')"
same 1 "$(envdir -pP_ -- env sh -c 'echo $P_A$A')"
same 'x' "$(P_B=old B=x envdir -p P_ env sh -c 'echo $P_B$B')"
echo 2 >./-x/C
same 2 "$(envdir -x sh -c 'echo $C')"
exits 111 envdir -- true 2>said
same 'envdir: fatal: unable to switch to directory --: file does not exist' "$(cat said)"
