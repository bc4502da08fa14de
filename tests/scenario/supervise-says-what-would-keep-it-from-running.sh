# supervise -n looks, starts nothing, and names the obstacle: 1 where there is one, else 0.

says() {
    exits 1 supervise -n web >said
    same "$1" "$(cat said)"
}
mkdir web
says 'run: file does not exist'
printf 'no program\n' >web/run
chmod 644 web/run
says 'run: access denied (mode 0644)'
chmod 755 web/run
says 'run: exec format error (its first line names no interpreter)'
printf '#! /nowhere/python3 -u\n' >web/run
says 'run: its interpreter /nowhere/python3: file does not exist'
# A terminal would obey the rest.
printf '#!/nowhere/\033[31msh\n' >web/run
says 'run: its interpreter /nowhere/?[31msh: file does not exist'
printf '#!\n' >web/run
says 'run: exec format error (its first line names no interpreter)'
printf '#!/\n' >web/run
says 'run: its interpreter /: is a directory'
printf '#!./inner\n' >web/run
printf '#!/nowhere/sh\n' >web/inner
says 'run: its interpreter ./inner: access denied (mode 0644)'
chmod 755 web/inner
says 'run: its interpreter ./inner: its interpreter /nowhere/sh: file does not exist'
printf '#!./run\n' >web/run
matches 'run: its interpreter ./run: *: symbolic link loop' "$(supervise -n web)"
rm web/run
mkdir web/run
says 'run: is a directory'
rmdir web/run
ln -s run web/run
says 'run: symbolic link loop'
rm web/run
printf '#!/nowhere/sh\n' >web/start
chmod 755 web/start
says 'start: its interpreter /nowhere/sh: file does not exist'
printf '#!/bin/sh\n' >web/start
touch web/down
exits 0 supervise -n web
ln -s nowhere web/run
says 'run: file does not exist'
rm web/run
printf '#!/bin/sh\n' >web/run
chmod 755 web/run
exits 0 supervise -n web
cp "$(command -v ls)" web/run
exits 0 supervise -n web
LC_ALL=C sed 's,/ld-\(linux\|musl\),/LD-\1,' "$(command -v ls)" >web/run
if ! cmp -s web/run "$(command -v ls)"; then
    matches 'run: its interpreter */LD-*: file does not exist' "$(supervise -n web)"
fi
printf '#!/bin/sh\n' >web/run
touch web/supervise
says 'supervise/: not a directory'
rm web/supervise
mkdir place
ln -s ../place web/supervise
exits 0 supervise -n web
rmdir place
exits 0 supervise -n web
rm web/supervise
export SUPERVISEDIR="$PWD/nowhere"
says "$SUPERVISEDIR/$(pwd -P | cut -c2- | tr / :):web/: file does not exist"
unset SUPERVISEDIR
if [ "$(id -u)" = 0 ] && command -v setpriv >/dev/null; then
    said=$(as_nobody supervise -n web || :)
    same 'supervise/: access denied' "$said"
fi
# The directory of a worker is made with the rest.
echo 2 >web/workers
exits 0 supervise -n web/worker/1
no test -e web/worker
mkdir web/worker
exits 0 supervise -n web/worker/1
touch web/worker/1
exits 111 supervise -n web/worker/1 2>said
rm -r web/worker web/workers
# Linux reads five scripts, and then a program, whoever loads that.
last=/bin/sh
for n in 1 2 3 4 5; do
    [ $n = 1 ] || last=script$((n - 1))
    printf '#!%s\n' $last >web/script$n
    chmod 755 web/script$n
done
cp web/script5 web/run
exits 0 supervise -n web
printf '#!script5\n' >web/run
matches 'run: its interpreter script5: *: symbolic link loop' "$(supervise -n web)"
exits 111 supervise -n nowhere 2>said
same 'supervise: fatal: unable to chdir to nowhere: file does not exist' "$(cat said)"
no test -e web/supervise
