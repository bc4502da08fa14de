# One line that says how it is used, and 100: 111 for envdir and envini.

usage() {
    code=$1
    line=$2
    shift 2
    exits $code "$@" 2>said
    same "$line" "$(cat said)"
}
for name in setuidgid envuidgid setuser; do
    usage 100 "$name: usage: $name account child" $name
    usage 100 "$name: usage: $name account child" $name root
done
usage 100 'setuidgid: usage: setuidgid account child' setuidgid -s
usage 100 'setuidgid: usage: setuidgid account child' setuidgid -s root
usage 100 'setuidgid: illegal option -- x
setuidgid: usage: setuidgid account child' setuidgid -sx root true
usage 111 'envdir: usage: envdir dir child' envdir
usage 111 'envdir: usage: envdir dir child' envdir .
usage 111 'envdir: option requires an argument -- p
envdir: usage: envdir dir child' envdir -p
usage 111 'envini: usage: envini [ -p prefix ] inifile child' envini
usage 111 'envini: usage: envini [ -p prefix ] inifile child' envini -p x ini
usage 111 'envini: illegal option -- x
envini: usage: envini [ -p prefix ] inifile child' envini -x ini true
usage 100 'pgrphack: usage: pgrphack child' pgrphack
usage 100 'fghack: usage: fghack child' fghack
lock='setlock: usage: setlock [ -nNxX ] file program [ arg ... ]'
usage 100 "$lock" setlock
usage 100 "$lock" setlock -x lock
usage 100 "setlock: illegal option -- z
$lock" setlock -z lock true
exits 100 softlimit 2>said
matches 'softlimit: usage: softlimit *' "$(cat said)"
exits 100 softlimit -c 5k true 2>said
matches 'softlimit: usage: softlimit *' "$(cat said)"
no test -e lock
