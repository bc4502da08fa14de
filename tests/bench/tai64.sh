#!/bin/sh
# tests/bench/tai64.sh BUILD [LINES]: seconds that tai64n and tai64nlocal take for a file of
# so many lines of 20 to 140 bytes (two million unless told), beside those of the
# daemontools that is installed. A new second begins every 50 lines, then in every line.

set -eu
bin=$1/bin lines=${2-2000000}
dir=$(mktemp -d)
trap 'rm -r "$dir"' EXIT

make_lines() {
    awk -v lines="$lines" -v labels="$1" 'BEGIN {
        for (text = "x"; length(text) < 256;) text = text text
        for (i = 0; i < lines; i++) {
            if (labels) printf "@400000003%07x%08x ", i / labels, i * 7919 % 1000000000
            print substr(text, 1, 20 + i * 7919 % 121)
        }
    }' >"$dir/$2"
}
# take FILE PROGRAM: its best time of three.
take() {
    for run in 1 2 3; do
        { time -p "$2" <"$dir/$1" >/dev/null; } 2>&1 | sed -n 's/^real //p'
    done | sort -n | head -n 1
}

make_lines 0 plain
make_lines 50 bursts
make_lines 1 single
for pair in tai64n:plain tai64nlocal:bursts tai64nlocal:single; do
    program=${pair%:*} file=${pair#*:}
    echo "$program, $file, $(($(wc -c <"$dir/$file") / 1000000)) MB:" \
        "$(take "$file" "$bin/$program") s here," \
        "$(take "$file" "/usr/bin/$program") s daemontools"
done
