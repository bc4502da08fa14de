# `make install` puts every program, page and example below DESTDIR and PREFIX, with modes
# of its own whatever the umask is; GNU make and BSD make agree, and doing it again changes
# nothing. `make uninstall` takes it away.

build=$(dirname "$programs")
case $build in "$top"/*) build=${build#"$top"/} ;; esac
unset MAKEFLAGS MFLAGS MAKELEVEL
target() {
    (umask 077; cd "$top"; "$@" BUILD="$build" DESTDIR="$TMPDIR/a root" PREFIX=/opt/lares >/dev/null)
}
installed() { (cd "$TMPDIR/a root/opt/lares"; find . ! -type d -printf '%m %p\n' | sort); }

target make install
root="$TMPDIR/a root/opt/lares"
installed >list

for program in "$programs"/*; do
    grep -qx "755 ./bin/${program##*/}" list || fail "not installed: $program"
    cmp "$program" "$root/bin/${program##*/}"
done
for page in "$top"/man/*; do
    grep -qx "644 ./share/man/man${page##*.}/${page##*/}" list || fail "not installed: $page"
done
grep -qx '644 ./lib/systemd/system/lares.service' list
grep -q '^ExecStart=/opt/lares/bin/svscan ' "$root/lib/systemd/system/lares.service"
no grep /usr/local "$root/lib/systemd/system/lares.service"
grep -qx '755 ./share/doc/lares/examples/container/service/hello/run' list
for client in svc svstat svok svup; do
    cmp "$top/svc/completion.bash" "$root/share/bash-completion/completions/$client"
done
cmp "$top/svc/_svc" "$root/share/zsh/site-functions/_svc"
same '' "$(find "$root" -type d ! -perm 755)"
same '' "$(grep '\.new$' list || :)"
same "$("$programs/tai64nlocal" <list)" "$("$root/bin/tai64nlocal" <list)"

target make install
installed | cmp - list
if command -v bmake >/dev/null; then
    target bmake install
    installed | cmp - list
fi

target make uninstall
same '' "$(installed)"
