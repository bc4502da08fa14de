# `make deb` makes a package in which lintian finds no error, and which owns what it holds.

for program in dpkg-deb strip lintian; do need $program; done
if ldd "$programs/tai64n" >/dev/null 2>&1; then skip "needs programs that are linked statically"; fi
build=$(dirname "$programs")
case $build in "$top"/*) build=${build#"$top"/} ;; esac
unset MAKEFLAGS MFLAGS MAKELEVEL

deb=$(cd "$top" && make -s BUILD="$build" deb | tail -n 1)
cd "$top"
same "lares daemontools" "$(dpkg-deb -f "$deb" Package) $(dpkg-deb -f "$deb" Conflicts)"
lintian --allow-root --tag-display-limit 0 --fail-on error,warning "$deb"

dpkg-deb -c "$deb" >"$TMPDIR/list"
same '' "$(grep -v ' root/root ' "$TMPDIR/list" || :)"
for program in "$programs"/*; do grep -q " ./usr/bin/${program##*/}$" "$TMPDIR/list"; done
for page in man/*; do
    grep -q " ./usr/share/man/man${page##*.}/${page##*/}.gz$" "$TMPDIR/list"
done
