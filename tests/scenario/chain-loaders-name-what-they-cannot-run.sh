# A program that cannot be run is named with the reason, and it is 111 then.

mkdir env dir
: >ini
printf 'exit 0\n' >noformat
chmod 755 noformat
set -- 'envdir env' 'envini ini' 'envuidgid root' 'setlock lock' 'softlimit' 'pgrphack' 'fghack'
if [ "$(id -u)" = 0 ]; then set -- "$@" 'setuidgid root' 'setuser root'; fi
for loader in "$@"; do
    name=${loader%% *}
    told() {
        exits 111 $loader "$1" 2>said
        same "$name: fatal: unable to run $1: $2" "$(cat said)"
    }
    told ./nosuch 'file does not exist'
    told "$PWD/dir" 'access denied'
    told "$PWD/noformat" 'exec format error'
done
