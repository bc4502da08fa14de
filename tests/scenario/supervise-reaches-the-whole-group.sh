# After `+` signals go to the process group, after `=` to the process alone.

service web <<'run'
trap 'echo main >>got' HUP
sh -c 'trap "echo child >>../web/got" HUP; touch ready; while :; do sleep 0.05; done' &
while :; do sleep 0.05; done
run
touch web/notify
background supervise web
eventually test -e web/ready
printf +h >web/supervise/control
both() { grep -qx main web/got && grep -qx child web/got; }
eventually both
rm web/got
printf =h >web/supervise/control
eventually test -s web/got
printf k >web/supervise/control
same main "$(cat web/got)"
