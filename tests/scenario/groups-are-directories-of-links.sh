# A directory of links is a group: one command starts it, start scripts that wait give the
# order, a list gives the way down, and any program that reads a service directory takes it.

mkdir service group
one() {
    service "service/$1" <<run
echo "$1 up" >>../../order
echo >&4
trap 'echo "$1 down" >>../../order; exit 0' TERM
while :; do sleep 0.1; done
run
    echo 4 >"service/$1/notification-fd"
    touch "service/$1/down"
    ln -s "../service/$1" "group/$1"
    for before in $2; do echo "svc -Wr -T 20 ../$before || exit 1"; done |
        { echo '#!/bin/sh'; cat; } >"service/$1/start"
    chmod 755 "service/$1/start"
}
one a-web 'm-queue z-db'
one m-queue 'z-db'
one z-db ''
one other ''
rm group/other
background svscan service
for each in service/*; do eventually svok "$each"; done
svc -u group/*
exits 0 svc -Wr -T 20 group/*
same 'z-db up,m-queue up,a-web up' "$(paste -sd, order)"
svup group/*
same 3 "$(svstat group/* | grep -c ': up (pid ')"
no up service/other
rm order
for each in a-web m-queue z-db; do svc -d -WD -T 20 "group/$each"; done
same 'a-web down,m-queue down,z-db down' "$(paste -sd, order)"
