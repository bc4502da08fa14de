# What all chain-loaders do alike, against the installed daemontools: wrong use, programs that
# cannot be run, and what a program that can be run is handed.

. "$top/tests/oracle.sh"
loaders='envdir envuidgid fghack pgrphack setlock setuidgid softlimit'
against_oracle $loaders
mkdir env bin bin/adirectory
printf 'new' >env/A
printf 'exit 0\n' >bin/noformat
printf '#!/nowhere/sh\n' >bin/nointerpreter
printf 'x' >bin/notexecutable
chmod 755 bin/noformat bin/nointerpreter

for loader in $loaders; do
    case $loader in
    envdir) first=../../env ;;
    envuidgid) first=root ;;
    setuidgid) [ "$(id -u)" = 0 ] || continue; first=root ;;
    setlock) first=l ;;
    *) first= ;;
    esac
    cat <<cases
$loader
$loader --
$loader -
$loader -z
$loader -z x
$loader ''
$loader $first
$loader $first ''
$loader $first --
$loader $first nosuch
$loader $first nosuch a b c
$loader $first ./nosuch
$loader $first /
$loader $first ../../bin/noformat
$loader $first ../../bin/nointerpreter
$loader $first ../../bin/notexecutable
$loader $first ../../bin/adirectory
$loader $first ../../bin/noformat/x
$loader $first echo a 'b  c' '' d
$loader $first sh -c 'exit 7'
$loader $first sh -c 'pwd -P; umask'
PATH=\$PATH:../../bin exec $loader $first noformat
PATH=\$PATH:../../bin exec $loader $first nointerpreter
PATH=../../bin:\$PATH exec $loader $first adirectory
PATH=../../bin:\$PATH exec $loader $first notexecutable
PATH=:\$PATH exec $loader $first nosuch
p=../../chosen/$loader; PATH= exec \$p $first env
p=../../chosen/$loader; exec env -i \$p $first env
p=../../chosen/$loader; exec env -i A=1 B=2 GID=x C=3 UID=y D=4 \$p $first env
exec 5</dev/null 7<..; exec $loader $first sh -c 'for n in /proc/self/fd/[0-9]; do readlink \$n; done | grep -v "proc\|pipe"'
exec <&-; exec $loader $first sh -c 'ls /proc/self/fd'
env --ignore-signal=HUP --block-signal=USR1 $loader $first grep -E 'Sig(Blk|Ign|Cgt)' /proc/self/status
cases
done | table
