# A plain directory's process stays in supervise's session and is restarted after exit code
# 100; a modern one's gets a session of its own, unless no-setsid, and 100 means failed.

session() { ps -o sid= -p "$1" | tr -d ' '; }
for kind in plain modern same; do
    service $kind <<'run'
echo start >>starts
test -e code && exit "$(cat code)"
exec sleep 1000
run
done
touch modern/notify same/no-setsid
for kind in plain modern same; do
    background supervise $kind
    eventually up $kind
done
same "$(session $$)" "$(session "$(pid_of plain)")"
same "$(pid_of modern)" "$(session "$(pid_of modern)")"
same "$(session $$)" "$(session "$(pid_of same)")"

for kind in plain modern; do
    echo 100 >$kind/code
    svc -t $kind
done
restarted() { [ "$(wc -l <plain/starts)" -ge 2 ]; }
eventually restarted
failed() { case "$(svstat modern)" in *'normally up') down modern ;; *) return 1 ;; esac; }
eventually failed
rm modern/code
svc -u modern
eventually up modern
