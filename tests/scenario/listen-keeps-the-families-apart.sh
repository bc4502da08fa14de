# An address of IPv6 is for IPv6 alone: all addresses of both families can have one port, in two
# lines, and what only IPv6 has is refused to IPv4.

grep -q . /proc/net/if_inet6 2>/dev/null || skip 'needs IPv6'
port=$("$helpers/get" free)
service web <<run
exec "$helpers/serve"
run
printf 'tcp :: %s\ntcp 0.0.0.0 %s\nudp :: %s\nudp 0.0.0.0 %s\n' $port $port $port $port >web/listen
background supervise web
eventually "$helpers/get" "$port" /
"$helpers/get" "udp:$port" / >/dev/null
svc -Wr -T 20 web
svc -Wd -d web
echo "tcp :: $port" >web/listen
svc -Wr -T 20 -u web
no "$helpers/get" "$port" /
svc -dx web
finishes $pid 0
