# zsh completes the letters, with their meaning in a list, and the names of services.

need zsh
mkdir -p web/supervise 'two words' db other all/deep functions
touch 'two words/run' db/run all/deep/run
cp "$top/svc/_svc" functions/
unset SVDIR

# A zsh on a terminal of its own, told by another one, which waits for what it shows.
cat >drive.zsh <<'end'
zmodload zsh/zpty
type-in() { zpty -n -w z "$1"; }
await() { print -u 2 "awaits $1"; zpty -r z shown "*$~1*"; print -ru 2 -- "$shown"; }
zpty z 'TERM=dumb PS1="ready " zsh -f -i'
await ready
zpty -w z 'fpath=($PWD/functions $fpath); autoload -Uz compinit; compinit -u -d zcompdump; echo lo''aded'
await loaded
await ready
type-in $'svc -\t\t'
await '-d  -- down*-x  -- exit'
type-in $'\x15svc -du tw\t'
await 'two\\ words '
type-in $'\x15svup -L w\t'
await 'web '
type-in $'\x15svstat -\t'
await '-L  -- about its logger*-l  -- about the service'
type-in $'\x15svok all/d\t'
await 'all/deep'
type-in $'\x15SVDIR=$PWD/all\n'
await ready
type-in $'svc -t de\t'
await 'deep '
zpty -d z
end
exits 0 timeout 30 zsh -f drive.zsh
