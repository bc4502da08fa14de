# nginx in the foreground, its errors and accesses through multilog, killed with -9 ten times:
# each time it serves again.

need nginx
need_root
port=$("$helpers/get" free)
mkdir -p scan/nginx/log scan/nginx/tmp
cat >scan/nginx/nginx.conf <<conf
daemon off;
worker_processes 1;
pid nginx.pid;
error_log stderr;
events { worker_connections 64; }
http {
    access_log /dev/stdout;
    client_body_temp_path tmp/a; proxy_temp_path tmp/b; fastcgi_temp_path tmp/c;
    uwsgi_temp_path tmp/d; scgi_temp_path tmp/e;
    server { listen 127.0.0.1:$port; location / { return 200 "here\n"; } }
}
conf
cat >scan/nginx/run <<'run'
#!/bin/sh
exec nginx -p "$PWD/" -c nginx.conf 2>&1
run
cat >scan/nginx/log/run <<'run'
#!/bin/sh
exec multilog t s100000 ./main
run
# nginx's workers outlive a master that is killed, and hold the port.
touch scan/nginx/kill-group
chmod 755 scan/nginx/run scan/nginx/log/run
background svscan scan
for round in 1 2 3 4 5 6 7 8 9 10; do
    eventually "$helpers/get" "$port" "/round-$round"
    eventually up scan/nginx
    process=$(pid_of scan/nginx)
    kill -KILL "$process"
    eventually another scan/nginx "$process"
done
eventually "$helpers/get" "$port" /last
kill -TERM $pid
finishes $pid 0
for round in 1 2 3 4 5 6 7 8 9 10; do
    grep -q "\"GET /round-$round " scan/nginx/log/main/current ||
        fail "round $round is not in the log"
done
grep -q '^@[0-9a-f]\{24\} .*"GET /last ' scan/nginx/log/main/current
