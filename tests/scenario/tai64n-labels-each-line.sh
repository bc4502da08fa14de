# tai64n puts "@", 24 digits of the present moment and a blank before each line, the last
# one without a newline too, and changes no other byte.

before=$(date +%s)
printf 'a\n\nb \0\377\nlast' | tai64n >out
after=$(date +%s)

printf 'a\n\nb \0\377\nlast' >text
sed 's/^@[0-9a-f]\{24\} //' out | cmp - text
same 4 "$(grep -ac '^@[0-9a-f]\{24\} ' out)"

digits=$(head -n 1 out | cut -c 2-17)
seconds=$((0x$digits - 0x400000000000000a))
[ "$before" -le $seconds ] && [ $seconds -le "$after" ] || fail "$seconds is not now"

same '' "$(tai64n </dev/null)"
exits 0 tai64n --any words </dev/null
