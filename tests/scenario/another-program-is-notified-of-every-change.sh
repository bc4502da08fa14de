# notify tells another program of each start and death, in words; a fifo in supervise/event/
# tells it of every change, in letters and in their order.

mkfifo heard
exec 5<>heard
service web <<'run'
echo >&4
exec sleep 1000
run
echo 4 >web/notification-fd
cat >web/notify <<'notify'
#!/bin/sh
exec echo "$*" >../heard
notify
chmod 755 web/notify
touch web/down
background supervise web
super=$pid
eventually svok web
mkdir web/supervise/event
mkfifo web/supervise/event/.other
exec 6<>web/supervise/event/.other
mv web/supervise/event/.other web/supervise/event/other

told() { read -r line <&5; same "$1" "$line"; }
svc -u -Wr -T 20 web
first=$(pid_of web)
told "run start $first 0"
kill -KILL "$first"
eventually another web "$first"
exits 0 svc -Wr -T 20 web
second=$(pid_of web)
# Two may run at once.
read -r one <&5
read -r other <&5
same "$(printf '%s\n' "run killed $first 9" "run start $second 0")" "$(printf '%s\n' "$one" "$other" | sort)"
svc -d -WD -T 20 web
told "run killed $second 15"
svc -x web
finishes $super 0
echo >&6
same surdsurdD "$(head -n 1 <&6)"
