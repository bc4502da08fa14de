# With -s the program is in every group that names the account; setuser does the same. This
# machine's accounts are others for the time of the test.

need_root
need unshare
unshare --mount true 2>/dev/null || skip "needs namespaces"
mkdir -m 755 home
cat >passwd <<end
root:x:0:0::/root:/bin/sh
web:x:4242:4243::$PWD/home:/bin/web-shell
end
cat >group <<'end'
root:x:0:
web:x:4243:
disk:x:77:other,web
tape:x:78:other
logs:x:79:web
end
i=1000
while [ $i -lt 1100 ]; do echo "g$i:x:$i:many"; i=$((i + 1)); done >>group
echo "many:x:4244:4243::/:" >>passwd
with_accounts() {
    unshare --mount sh -euc 'mount --bind passwd /etc/passwd; mount --bind group /etc/group
        exec "$@"' sh "$@"
}
groups() { with_accounts "$@" sed -n 's/^Groups:[^0-9]*\(.*[0-9]\).*/\1/p' /proc/self/status; }
same '4243' "$(groups setuidgid web)"
same '77 79 4243' "$(groups setuidgid -s web)"
same '77 79 4243' "$(groups setuser web)"
same 101 "$(groups setuidgid -s many | wc -w)"

# setuser also moves home and says where that is.
cat >wanted <<end
$PWD/home
GID=4243
HOME=$PWD/home
SHELL=/bin/web-shell
UID=4242
USER=web
end
with_accounts env HOME=/old UID=0 setuser web sh -c \
    'pwd -P; env | grep -E "^(GID|HOME|SHELL|UID|USER)=" | LC_ALL=C sort' >got
diff wanted got
same '4242 4242 4243 4243' \
    "$(with_accounts setuser web sh -c 'echo $(id -u) $(id -ru) $(id -g) $(id -rg)')"
rmdir home
exits 111 with_accounts setuser web touch started 2>said
same "setuser: fatal: unable to chdir to $PWD/home: file does not exist" "$(cat said)"
no test -e started
