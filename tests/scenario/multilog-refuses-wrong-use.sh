# Wrong use is 100, what fails for now is 111, with one line each, and nothing was read. No
# arguments are nothing to do.

exits 0 multilog </dev/null
refused() { # ARGUMENT MESSAGE
    exits 100 multilog "$1" ./main </dev/null 2>said
    same "multilog: fatal: $1: $2" "$(cat said)"
    [ ! -e main ]
}
refused Dsoon 'not a number of milliseconds'
refused D 'not a number of milliseconds'
refused R1h 'not a number of seconds'
refused w/x 'a suffix is short and has no slash'
refused "p$(head -c 1001 /dev/zero | tr '\0' x)" 'a prefix is one line of 1000 bytes at most'

failed() { # MESSAGE ARGUMENT ...
    message=$1
    shift
    echo kept >input
    exec 4<input
    exits 111 multilog "$@" <&4 2>said
    same "multilog: fatal: $message" "$(cat said)"
    same kept "$(cat <&4)"
}
echo x >file
failed 'unable to open directory ./file: not a directory' ./file
failed 'unable to open directory ./no/where: file does not exist' ./no/where
failed 'unable to lock directory ./twice: temporary failure' ./twice ./twice
failed 'unable to create no/where: file does not exist' =no/where

# Memory just enough to start (another program's loader or a sanitizer may need more).
for size in $(seq 900 100 3000); do
    code=0
    (ulimit -v $size && multilog t ./a) </dev/null 2>said || code=$?
    case $code in 0 | 111) break ;; esac
done
case $code in 111) same 'multilog: fatal: out of memory' "$(cat said)" ;; esac
