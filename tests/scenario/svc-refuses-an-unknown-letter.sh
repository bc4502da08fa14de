# Asked for what it does not know, svc sends nothing, says what it does know, exits 100.

mkdir -p a/supervise
mkfifo a/supervise/control
exec 3<>a/supervise/control
for wrong in -z -uz --help '-:' -U=; do
    exits 100 svc $wrong a 2>said
    same 1 "$(wc -l <said | tr -d ' ')"
    matches 'svc: illegal option -- ?; options: u up, d down, *, L log' "$(cat said)"
done
exits 100 svc "-$(printf '%0600d' 0 | tr 0 l)" a 2>said
same 'svc: more than 512 options' "$(cat said)"
svc -x a
same x "$(head -c 1 <&3)"
