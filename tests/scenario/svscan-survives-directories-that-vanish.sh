# Directories come and go while they are looked at.

service all/stays <<'run'
exec sleep 1000
run
background sh -c 'exec svscan all 2>messages'
eventually up all/stays
stays=$(pid_of all/stays)
for i in $(seq 60); do
    mkdir all/$i.a all/$i.b
    ln -s $i.a all/$i.c
    kill -HUP $pid
    rm all/$i.c
    # Its supervise may be making files in it.
    until rm -rf all/$i.a all/$i.b 2>/dev/null; do :; done
done
kill -HUP $pid
service all/last <<'run'
exec sleep 1000
run
kill -HUP $pid
eventually up all/last
same "$stays" "$(pid_of all/stays)"
kill -0 $pid
