# bash completes the letters, with their meaning in a list, and the names of services.

need bash
mkdir -p web/supervise 'two words' db other all/deep all/log
touch 'two words/run' db/run all/deep/run all/log/run

# completions WORDS ...: what the last of the words may become, a line each.
cat >complete.bash <<'end'
. "$top/svc/completion.bash"
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_lares "$1" "${@: -1}" ''
printf '%s\n' "${COMPREPLY[@]}"
end
completions() { bash complete.bash "$@" 2>&1; }
unset SVDIR COMP_TYPE

completions svc - >said
same 26 "$(wc -l <said | tr -d ' ')"
same '-u  up' "$(head -n 1 said)"
for letter in u d o p c h a i t k e x q 1 2 w + = l L U D W T s; do grep -q "^-$letter  " said; done
completions svc -d >said
same '-du  up' "$(head -n 1 said)"
no grep -q '^-dd' said
completions svc -dL >said
grep -q '^-dLd  down$' said
# bash's menu puts what it shows into the line.
same '-u' "$(export COMP_TYPE=37; completions svc - | head -n 1)"
same '-Wu  up
-Wr  ready
-Wd  down
-WD  down and done' "$(completions svc -W)"
same '-udopchaitkx12w+=lLq' "$(completions svc -udopchaitkx12w+=lL | grep '^[^ ]*q' | cut -d ' ' -f 1)"
same '-l  the service
-L  its logger' "$(completions svup -)"
same '-vl  the service
-vL  its logger
-vj  JSON
-vp  metrics
-vf  follow changes' "$(completions svstat -v)"
same '' "$(completions svok -)"
same '' "$(completions svc web -)"

# Directories that are services; others only where there are none, or in a path.
same 'db
two words
web' "$(completions svc -u '' | sort)"
same 'two words' "$(completions svc 'two\ w')"
same 'two words' "$(completions svc '"two w')"
same web "$(completions svstat -L w)"
same other "$(completions svok o)"
same all/deep "$(completions svup all/d)"
export SVDIR="$PWD/all"
same deep "$(completions svc -u de)"
same 'db
deep
two words
web' "$(completions svc -- '' | sort)"
