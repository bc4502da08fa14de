# supervise binds the port as root, run serves on it as nobody.

need_root
low() {
    for port in 1023 1011 1007 997 989; do
        no "$helpers/get" "$port" / && return
    done
    skip 'no low port is free'
}
low
cp "$helpers/serve" ./serve
service web <<run
exec setuidgid nobody ../serve
run
echo "tcp 127.0.0.1 $port" >web/listen
background supervise web
eventually "$helpers/get" "$port" /
eventually up web
process=$(pid_of web)
same "$process" "$("$helpers/get" "$port" / | tail -n 1)"
same "$(id -u nobody)" "$(stat -c %u /proc/"$process")"
svc -t web
eventually another web "$process"
"$helpers/get" "$port" / >/dev/null
svc -dx web
finishes $pid 0
