# tai64nlocal tells the time in the zone of $TZ, daylight saving time and all, and where
# that is not set in the zone of the machine.

at() { echo "@$2 mark" | TZ=$1 tai64nlocal; }
summer=4000000037c219bf2ef02e94 winter=400000003a5a5a5a2ef02e94

same '1999-08-24 04:04:05.787492500 mark' "$(at UTC0 $summer)"
same '1999-08-24 01:04:05.787492500 mark' "$(at XYZ3 $summer)"
same '1999-08-24 01:34:05.787492500 mark' "$(at '<-0230>2:30' $summer)"

[ -e /usr/share/zoneinfo/Europe/Berlin ] || skip "needs the zones of tzdata"
same '1999-08-24 06:04:05.787492500 mark' "$(at Europe/Berlin $summer)"
same '2001-01-09 01:24:48.787492500 mark' "$(at Europe/Berlin $winter)"
same '1999-08-24 09:34:05.787492500 mark' "$(at :Asia/Kolkata $summer)"

# A mount of our own stands in for another machine's zone.
private() { unshare --mount "$@" 2>/dev/null; }
private true && [ -e /etc/localtime ] || skip "needs a mount namespace for the machine's zone"
zone=$(private sh -c 'mount --bind /usr/share/zoneinfo/Asia/Kolkata /etc/localtime &&
    unset TZ && echo "@4000000037c219bf2ef02e94 mark" | tai64nlocal')
same '1999-08-24 09:34:05.787492500 mark' "$zone"
