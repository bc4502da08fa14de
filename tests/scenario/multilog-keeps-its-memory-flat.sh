# Lines of any length and bytes of any value pass, in 20 megabytes of memory.

size=${SIZE:-200000000}
limit=20000
# A sanitizer's memory is no concern here.
(ulimit -v $limit; multilog) 2>/dev/null || limit=unlimited
pass() {
    (ulimit -v $limit; multilog s2147483647 "$@" ./main)
    [ "$(stat -c %s main/current)" = $((size + 1)) ] || fail "$(stat -c %s main/current) bytes"
    rm -r main
}
head -c $size /dev/zero | pass
head -c $size /dev/zero | tr '\0' x | pass -y '+*'
head -c $size /dev/zero | pass e 2>said
same '200' "$(tr -d '.\n' <said | wc -c)"

# A line that is longer than a log is in several, and all of it.
head -c 100000 /dev/urandom | tr '\n' x >line
multilog s4096 n100 ./cut <line
{ cat line; echo; } >wanted
cat cut/@* cut/current | cmp - wanted
