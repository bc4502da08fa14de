# svscan may use as many descriptors as it is allowed to; services get the old limit.

mkdir all
for i in $(seq 20); do
    service all/logged$i <<'run'
ulimit -n >limit
exec sleep 1000
run
    service all/logged$i/log <<'run'
exec cat
run
done
ulimit -Sn 24
ulimit -Hn 200
background sh -c 'exec svscan all 2>messages'
for i in $(seq 20); do eventually up all/logged$i; done
for i in $(seq 20); do eventually test -s all/logged$i/limit; same 24 "$(cat all/logged$i/limit)"; done
same '' "$(cat messages)"
