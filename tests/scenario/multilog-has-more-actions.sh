# encore's and svlogd's: F and S for patterns, T for labels, w for the suffix of finished
# logs, p for a text before each line; and sizes beyond daemontools'.

printf 'a.log\nb.log\nab.log\n[ab]*\n' >in
multilog F '-*' '+[ab]?log' S '+[ab]*' ./f <in
same 'a.log b.log [ab]* ' "$(tr '\n' ' ' <f/current)"
before=$(date +%s)
multilog T '-*' '+* ab.log' ./t <in
matches '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9].[0-9][0-9][0-9][0-9][0-9][0-9] ab.log' "$(cat t/current)"
now=$(date +%s)
then=$(sed 's/\..*//' t/current)
[ "$before" -le "$then" ] && [ "$then" -le "$now" ]
multilog t 'pweb: ' ./p p ./q <in
matches '@4??????????????????????? web: a.log' "$(head -n 1 p/current)"
matches '@4??????????????????????? a.log' "$(head -n 1 q/current)"
seq 2000 | multilog s4096 wgz '!gzip' ./w
same 2000 "$({ gzip -dc w/@*.gz; cat w/current; } | wc -l)"
same 744 "$(stat -c %a w/@*.gz | head -n 1)"
seq 3000000 | multilog s2147483647 ./large
same 3000000 "$(wc -l <large/current)"
no ls large/@* 2>/dev/null
