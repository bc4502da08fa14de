# A fifo in supervise/event/ gets a letter for each change; dotted names are passed over, a
# dead waiter's fifo is removed, a link is not followed, a full one holds nobody up.

service web <<'run'
exec sleep 1000
run
touch web/down
background supervise web
eventually svok web
mkdir web/supervise/event
cd web/supervise/event
mkfifo .waiter dead full
mkfifo ../../../elsewhere
ln -s ../../../elsewhere link
exec 5<>.waiter 6<>full 7<>../../../elsewhere
dd if=/dev/zero of=full bs=65536 count=1 2>/dev/null
mkfifo .late
exec 8<>.late
mv .waiter waiter
cd ../../..
svc -u web
eventually up web
svc -d web
eventually down web
svc -x web
finishes $pid 0
exec 9>&5
echo >&9
same 'surdD' "$(head -n 1 <&5)"
echo >&7
same '' "$(head -n 1 <&7)"
echo >&8
same '' "$(head -n 1 <&8)"
no test -e web/supervise/event/dead
