# A file's first line is the value; an empty file removes; hidden names do not count.

mkdir env
printf 'one\ntwo\n' >env/LINE
printf 'trailing \t ' >env/BLANKS
printf 'a\0b' >env/NUL
: >env/GONE
printf '\n' >env/EMPTY
printf 'x' >env/.HIDDEN
GONE=old LINE=old KEPT=old
export GONE LINE KEPT
cat >wanted <<'end'
BLANKS=trailing
EMPTY=
KEPT=old
LINE=one
NUL=a
b
end
envdir env env >got
grep -xE '(BLANKS|EMPTY|GONE|KEPT|LINE|NUL|.?HIDDEN)=.*|b' got | LC_ALL=C sort >sorted
diff wanted sorted

# The program is looked for where it was before.
echo /nowhere >env/PATH
same /nowhere "$(envdir env sh -c 'echo $PATH')"

# A hundred thousand lines behind the first one do not matter.
yes | head -n 100000 >>env/LINE
same one "$(envdir env sh -c 'echo $LINE')"
