# softlimit against the installed daemontools: every option with good and bad numbers.

. "$top/tests/oracle.sh"
against_oracle softlimit
table <<'cases'
softlimit
softlimit -
softlimit -o
softlimit -o 20
softlimit -o --
softlimit -ox true
softlimit -oc true
softlimit -q true
softlimit -cq true
softlimit -: true
softlimit -- echo yes
softlimit -o20 sh -c 'ulimit -Sn; ulimit -Hn'
softlimit -o 20 -o 30 -o 25 sh -c 'ulimit -Sn; ulimit -Hn'
softlimit -o 1000000000 sh -c 'ulimit -Sn; ulimit -Hn'
softlimit -o 20 softlimit -o = sh -c 'ulimit -Sn; ulimit -Hn'
softlimit -c 5 -o 5x sh -c 'ulimit -Sc'
softlimit -f 0 nosuch
softlimit -f 0 nosuch 2>file
softlimit -f 100 head -c 1000 /dev/zero >file; wc -c <file
softlimit -o 0 nosuch
softlimit -p 0 nosuch
cases

if unsanitized; then
    table <<'cases'
softlimit -m 0 nosuch
softlimit -s 0 nosuch
softlimit -a 0 nosuch
softlimit -d 0 nosuch
softlimit -l 0 nosuch
softlimit -a 0 true
softlimit -a 4000000 head -c 9000000 /dev/zero | wc -c
cases
    for option in a c d f l m o p r s t; do
        for value in 70000000 7000000000 0070000000 99999999999999999999 \
            18446744073709551615 18446744073779551616 = 12x -5 +5 "' 5'" 0x10 5k; do
            echo "softlimit -$option $value cat /proc/self/limits"
        done
    done | table
    for option in c f l p r; do echo "softlimit -$option '' cat /proc/self/limits"; done | table
fi

[ "$(id -u)" = 0 ] || exit 0
export nobody
table <<'cases'
ulimit -Hc 100; $nobody softlimit -c 200 sh -c 'ulimit -Sc; ulimit -Hc'
$nobody softlimit -c = sh -c 'ulimit -Sc; ulimit -Hc'
cases
