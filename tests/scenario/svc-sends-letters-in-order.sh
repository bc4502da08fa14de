# Letters go out as they were given, in one piece, to one directory after the other.

for name in a b; do
    mkdir -p $name/supervise
    mkfifo $name/supervise/control
done
exec 3<>a/supervise/control 4<>b/supervise/control
svc -du -d -pc+k=q12wLtlx a "$PWD/b"
svc -h -- a
svc a
same dupc+kq12wLtlx "$(head -c 15 <&4 | tr -d =)"
same dupc+k=q12wLtlxh "$(head -c 16 <&3)"
same '' "$(svc 2>&1)"
same '' "$(svc -u 2>&1)"
