# What the pages show can be copied: each example of service(7) that lays out a directory makes
# one that supervise finds nothing wrong with, warns of nothing in, and can end; each one of a
# service made by hand, in the other pages, runs and leaves nothing behind.

mkdir examples
( cd "$top/man"
for page in *; do
    awk -v to="$OLDPWD/examples/$page." '
        /^\.Sh / { on = /^\.Sh EXAMPLES/ }
        on && /^\.Ed/ { copying = 0 }
        copying { print >file }
        on && /^\.Bd/ { copying = 1; file = to (++n) }' "$page"
done )
# Whoever has a port 80 keeps it, and nothing is made outside of this directory.
port=$("$helpers/get" free)
sed -i "s/\\\\e/\\\\/g; s/0\\.0\\.0\\.0 80'/127.0.0.1 $port'/; s,/tmp/,$PWD/," examples/*

count=0
for example in examples/service.7.*; do
    if grep -qE '^(svc|pkill|svscan|chgrp)|/service|mkdir -p service' "$example"; then continue; fi
    dir=${example##*/}
    service "$dir" <<'run'
trap '' HUP
exec sleep 1000
run
    (cd "$dir"; sh -eu ../"$example")
    supervise -n "$dir" || fail "$(cat "$example")"
    background sh -c "exec supervise $dir 2>$dir.said"
    echo "$dir $pid" >>begun
    count=$((count + 1))
done
[ $count -ge 12 ]
while read -r dir pid; do
    eventually svok "$dir"
    svc -u -Wu -T 20 "$dir" || [ $? = 102 ]
    svc -dx "$dir"
    finishes "$pid" 0
    same '' "$(grep '^supervise:' "$dir.said" || :)"
done <begun

count=0
for example in examples/*.8.*; do
    [ "$(head -n 1 "$example")" = 'mkdir web' ] || continue
    mkdir "${example##*/}"
    echo wait >>"$example"
    background sh -c "cd ${example##*/}; exec sh -eu ../$example"
    finishes "$pid" 0
    count=$((count + 1))
done
[ $count -ge 5 ]

example=$(grep -l 'demo/web/workers' examples/svscan.8.*)
service demo/web <<'run'
exec sleep 1000
run
echo 'svc -Wu demo/web/worker/5; kill $!; wait $!' >>"$example"
background sh -eu "$example"
finishes "$pid" 0
