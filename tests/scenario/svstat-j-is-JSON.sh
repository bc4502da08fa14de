# -j: one object in a line, whatever the service is called and however it is.

need jq
service web <<'run'
exec sleep 1000
run
background supervise web
web=$pid
exits 0 svc -Wu -T 20 web
strange=$(printf 'a "b"\\ c\nd\te\001 \303\251 \377\355\240\200')
service "$strange" <<'run'
exit 3
run
background supervise "$strange"
other=$pid
died() { [ "$(svstat -j "$strange" | jq -r '."last-exit"')" = 'code 3' ]; }
eventually died
mkdir never
svstat -j web "$strange" never missing >out
same 4 "$(wc -l <out | tr -d ' ')"
same 4 "$(jq -c . out | wc -l | tr -d ' ')"
process=$(pid_of web)
same "[\"web\",true,false,\"up\",\"ready\",\"up\",$process,1,0,\"none\"]" "$(jq -c 'select(.name == "web") |
    [.name, .running, .paused, .normally, .state, .want, .pid, .starts, ."deaths-in-a-row", ."exec-error"]' out)"
same true "$(jq 'select(.name == "web") | (.since | type) == "number" and (.ready > 1000000000)
    and (."last-cpu" | length) == 2 and (.supervise | type) == "number" and .threads == 1
    and ."resident-bytes" > 0 and .descriptors >= 3 and ."cpu-seconds" >= 0' out)"
same '["never",false,"unable to open supervise/ok: file does not exist"]' "$(jq -c 'select(.name == "never") |
    [.name, .running, .error]' out)"
same '["missing",false,"unable to chdir: file does not exist"]' "$(jq -c 'select(.name == "missing") |
    [.name, .running, .error]' out)"
svc -p web
paused() { [ "$(svstat -j web | jq -c '[.paused, .state]')" = '[true,"paused"]' ]; }
eventually paused
svc -c web

if command -v python3 >/dev/null; then
    svstat -j "$strange" >one
    python3 - "$strange" one <<'python'
import json, sys
told = json.loads(open(sys.argv[2]).read())
assert told["name"] == sys.argv[1], told["name"]
assert isinstance(told["starts"], int)
import json, sys
told = json.loads(open(sys.argv[2]).read())
assert told["name"] == sys.argv[1], told["name"]
assert isinstance(told["starts"], int)
python
fi
svc -dx web "$strange"
finishes $web 0
finishes $other 0
same '["web",false,"supervise not running"]' "$(svstat -j web | jq -c '[.name, .running, .error]')"

# Rubbish in the state is not told, and the status is.
mkdir -p bad/supervise
mkfifo bad/supervise/ok
exec 3<>bad/supervise/ok
printf 'abcdefghijklabcd\1uVWXYZ' >bad/supervise/status
for i in 1 2 3 4 5; do
    head -c 6000 /dev/urandom >bad/supervise/state
    same '[1684234849,true,"up"]' "$(svstat -j bad | jq -c '[.pid, .paused, .want]')"
    svstat -v bad >/dev/null
    svstat -p bad >/dev/null
    exits 0 svstat bad >/dev/null
done
rm bad/supervise/state
mkfifo bad/supervise/state
same 'bad' "$(svstat -j bad | jq -r .name)"
ln -sf /dev/zero bad/supervise/state
same 'bad' "$(svstat -j bad | jq -r .name)"
