# A line of 60 million bytes passes tai64n and tai64nlocal while they may use four million.

line() { head -c 60000000 /dev/zero | tr '\0' x; echo; }
little() { (ulimit -v "${ADDRESSES:-4000}"; exec "$@"); }
# A program with a sanitizer needs more addresses than there is memory.
if ! little tai64n </dev/null 2>/dev/null; then ADDRESSES=unlimited; fi

line | little tai64n | little tai64nlocal >out
line >text
cut -d ' ' -f 3- out | cmp - text
