# Names with blanks, newlines, bytes that are no UTF-8, 255 bytes, and paths as long as the
# kernel takes them: svc, svstat and svok go there and name them as they were given.

long=$(printf '%0255d' 7)
for name in 'two words' "$(printf 'new\nline')" "$(printf '\377\300\n\001x')" "$long" -x '*'; do
    mkdir -p "./$name/supervise"
    mkfifo "./$name/supervise/control" "./$name/supervise/ok"
    exec 3<>"./$name/supervise/control"
    svc -u "./$name"
    svc -d -- "$name"
    same ud "$(head -c 2 <&3)"
    exec 3<>"./$name/supervise/ok"
    exits 0 svok "$name"
    same "$name: unable to open supervise/status: file does not exist" "$(svstat "$name")"
    exec 3<&-
    exits 100 svok "$name"
    same "$name: supervise not running" "$(svstat "$name")"
done

# A path of 4095 bytes is the longest there is; with supervise/ok after it, it is too long.
deep=$PWD
for i in $(seq 1 30); do
    rest=$((4095 - ${#deep} - 1))
    [ $rest -gt 200 ] || break
    [ $rest -lt 400 ] && step=$((rest - 150)) || step=200
    deep=$deep/$(printf "%0${step}d" 1)
    mkdir "$deep"
done
deep=$deep/$(printf "%0$((4095 - ${#deep} - 1))d" 1)
mkdir "$deep"
same 4095 ${#deep}
(cd "$deep" && mkdir supervise && mkfifo supervise/control supervise/ok)
exits 100 svok "$deep"
same "$deep: supervise not running" "$(svstat "$deep")"
svc -u "$deep" 2>said
matches 'svc: warning: unable to control /*' "$(cat said)"
same "${deep}x: unable to chdir: file name too long" "$(svstat "${deep}x")"
