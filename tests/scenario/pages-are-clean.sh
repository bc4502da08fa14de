# Every program has a page and a place in lares(7), every page has a program; mandoc has
# nothing to say about them; the sections are those of this project; a page that is referred
# to exists; the options of the synopsis are described, and svc knows the letters that its
# page knows, no other.

need mandoc
export LC_ALL=C
cd "$top/man"
for page in *; do
    mandoc -T lint -W warning "$page" >"$TMPDIR/said" 2>&1 || fail "$(cat "$TMPDIR/said")"
    same '' "$(cat "$TMPDIR/said")"
    grep -q "^\.Dt $(echo "${page%.*}" | tr a-z A-Z) ${page##*.}$" "$page" || fail "$page: wrong .Dt"
done

# In a page, a backslash and an n are a number register: shell text needs \en there.
same '' "$(grep -n '\\n' * || :)"

for program in "$programs"/*; do
    name=${program##*/}
    [ -f "$name.8" ] || fail "no page: $name"
    grep -q "Xr $name 8$" lares.7 || fail "lares.7 leaves out $name"
    for section in NAME SYNOPSIS DESCRIPTION FILES 'EXIT STATUS' DIAGNOSTICS EXAMPLES \
        'SEE ALSO' HISTORY; do
        grep -qx "\.Sh $section" "$name.8" || fail "$name.8 has no section $section"
    done
done
for page in *.8; do [ -x "$programs/${page%.8}" ] || fail "no program: $page"; done

# Other makers' pages are in other sections, but for these.
sed -n 's/^\(\.It \)\{0,1\}\.\{0,1\}Xr \([^ ]*\) \([78]\).*/\2.\3/p' * | sort -u | while read -r page; do
    case $page in init.8 | signal.7) continue ;; esac
    [ -f "$page" ] || fail "referred to, but not there: $page"
done

# The letters of the synopsis, of the lists, and of the text below the synopsis.
letters() { sed 's/ Ar .*//' | tr -d ' |\n' | fold -w 1 | sort -u; }
asked() { sed -n '/^\.Sh SYN/,/^\.Sh DESC/s/^\.\(Op \)\{0,1\}Fl //p' "$1" | letters; }
listed() { sed -n 's/^\.It Fl //p' "$1" | letters; }
described() { sed -n '/^\.Sh DESC/,$s/^\.\(It \)\{0,1\}Fl \(.\).*/\2/p' "$1" | letters; }
for page in *.8; do
    { asked "$page"; listed "$page"; } | sort -u >"$TMPDIR/known"
    asked "$page" | cmp - "$TMPDIR/known" || fail "$page: not all in the synopsis"
    for letter in $(asked "$page"); do
        described "$page" | grep -qxF -e "$letter" || fail "$page: not described: $letter"
    done
done

known=$(for letter in a b c d e f g h i j k l m n o p q r s t u v w x y z \
    A B C D E F G H I J K L M N O P Q R S T U V W X Y Z 0 1 2 3 4 5 6 7 8 9 + =; do
    svc "-$letter" 2>&1 | grep -q 'illegal option' || echo $letter
done | sort -u)
same "$(echo $(listed svc.8))" "$(echo $known)"
