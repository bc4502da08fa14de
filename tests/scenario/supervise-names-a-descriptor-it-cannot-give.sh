# Where there can be no fifo supervise/ready, a service that is to use it is not started, and
# the reason is said; once there can, it is.

service web <<'run'
echo >&3
exec sleep 1000
run
echo 3 >web/notification-fd
mkdir -p web/supervise/ready/occupied
chmod 700 web/supervise
background supervise web 2>messages
eventually grep -qx 'supervise: warning: unable to open descriptors for web: is a directory' messages
eventually down web
rm -r web/supervise/ready
eventually grep -qx 'state ready' web/supervise/state
same 1 "$(grep -c unable messages)"
