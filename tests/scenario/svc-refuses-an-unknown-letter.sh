# Asked for what it does not know, svc sends nothing, says what it does know, exits 100.

mkdir -p a/supervise
mkfifo a/supervise/control
exec 3<>a/supervise/control
for wrong in -z -uz --help '-:' -U@; do
    exits 100 svc $wrong a 2>said
    same 1 "$(wc -l <said | tr -d ' ')"
    matches 'svc: illegal option -- ?; options: u up, d down, *, L log, *' "$(cat said)"
done
exits 100 svc "-$(printf '%0600d' 0 | tr 0 l)" a 2>said
same 'svc: more than 508 options' "$(cat said)"
svc -x a
same x "$(head -c 1 <&3)"
for wrong in -W -Wx -Wud; do
    exits 100 svc -u $wrong a 2>said
    case $wrong in -W) continue ;; esac
    same 'svc: -W needs u (up), r (ready), d (down) or D (done)' "$(cat said)"
done
for wrong in x -1 1.5 ''; do
    exits 100 svc -Wu -T "$wrong" a 2>said
    same 'svc: -T needs a number of seconds' "$(cat said)"
done
exits 100 svc -T 3 a 2>said
same 'svc: -T needs -W or -s' "$(cat said)"
svc -x a
same x "$(head -c 1 <&3)"
