# What every scenario has. A scenario runs with `sh -eu` in an empty directory of its own that
# is removed afterwards, with the built programs first in PATH; a command that fails, fails it.
# $top is the source directory, $programs the directory of the built programs.

pids=
pid=
log() { echo "+ $*" >&2; }

# service DIR: makes a service directory whose run script is standard input.
service() {
    mkdir -p "$1"
    { echo '#!/bin/sh'; cat; } >"$1/run"
    chmod 755 "$1/run"
}

# background PROGRAM ...: starts it; its pid is $pid. It is ended with the scenario.
background() {
    log "$* &"
    "$@" &
    pid=$!
    pids="$pids $pid"
}

# eventually COMMAND ...: waits for it to succeed, twenty seconds at most.
eventually() {
    tries=400
    until "$@" >/dev/null 2>&1; do
        tries=$((tries - 1))
        [ $tries -gt 0 ] || fail "never came true: $*"
        sleep 0.05
    done
}

# no COMMAND ...: true when it fails. gone PID: true when there is no such process.
no() { if "$@"; then return 1; fi; }
gone() { no kill -0 "$1" 2>/dev/null; }

# same WANTED GOT
same() { [ "$1" = "$2" ] || fail "wanted: $1
   got: $2"; }

# exits CODE COMMAND ...: runs it and demands that exit code.
exits() {
    wanted=$1
    shift
    got=0
    "$@" || got=$?
    [ "$got" = "$wanted" ] || fail "exit code $got, not $wanted: $*"
}

# matches PATTERN TEXT: a pattern of the shell's.
matches() {
    case "$2" in $1) ;; *) fail "does not match $1: $2" ;; esac
}

# finishes PID CODE: waits for a background process to end, and compares its exit code.
finishes() {
    eventually has_ended "$1"
    got=0
    wait "$1" || got=$?
    same "exit code $2" "exit code $got"
}
has_ended() { no alive "$1" || no child "$1"; }
alive() {
    if [ -r /proc/self/stat ]; then
        { read -r stat <"/proc/$1/stat"; } 2>/dev/null || return 1
        stat=${stat##*) }
    else
        stat=$(ps -o stat= -p "$1" 2>/dev/null)
    fi
    case "$stat" in '' | Z* | X*) return 1 ;; esac
}

# child PID: whether that is a child of this shell; a number is used again in less than a
# minute, where many processes are started.
child() {
    if [ -r /proc/self/stat ]; then
        { read -r stat <"/proc/$1/stat"; } 2>/dev/null || return 1
        stat=${stat##*) }
        stat=${stat#* }
        [ "${stat%% *}" = $$ ]
    else
        [ "$(ps -o ppid= -p "$1" | tr -d ' ')" = $$ ]
    fi
}

# took START: milliseconds since START (`now`). in_time START MILLISECONDS [WHAT]: no more than
# that, times PATIENCE: 5, for tests share a machine with each other and with strangers. What is
# promised is shown on a quiet one, with PATIENCE=1 PARALLEL=1.
now() { date +%s%N; }
took() { echo $((($(now) - $1) / 1000000)); }
in_time() {
    gone=$(took "$1")
    [ "$gone" -le $(($2 * ${PATIENCE:-5})) ] || fail "late: ${3-} after $gone ms"
}

# quiet_for SECONDS COMMAND ...: what it prints is the same that much later. Tried again, as
# what was begun before may end late.
quiet_for() {
    seconds=$1
    shift
    for try in 1 2 3 4 5 6; do
        before=$("$@")
        sleep "$seconds"
        [ "$before" != "$("$@")" ] || return 0
    done
    fail "was never quiet for $seconds seconds: $*"
}

# pid_of DIR: the pid of the service's process, 0 when down. up DIR, down DIR. supervise tells
# of a process once it runs, and then first in `status`, then by `ok`, then in `state`: what the
# process has done may be seen before that.
pid_of() { od -An -tu4 -j12 -N4 "$1/supervise/status" | tr -d ' '; }
up() { [ "$(pid_of "$1")" -gt 0 ]; }
down() { [ "$(pid_of "$1")" -eq 0 ]; }
# runs_anew DIR PID: the service runs as a process that is not that one, whoever supervises it.
# another DIR PID: and `state`, which is written after `status`, tells of it too.
runs_anew() { now=$(pid_of "$1") && [ "$now" -gt 0 ] && [ "$now" != "$2" ]; }
another() {
    runs_anew "$@" || return 1
    [ ! -e "$1/supervise/state" ] || grep -qx "pid $now" "$1/supervise/state"
}

fail() { echo "FAILED: $*" >&2; exit 1; }
skip() { echo "SKIPPED: $*" >&2; exit 77; }
need() { command -v "$1" >/dev/null 2>&1 || skip "needs $1"; }
need_root() { [ "$(id -u)" = 0 ] || skip "needs root"; }

# $nobody COMMAND ...: as root, with the rights of nobody; so too as_nobody COMMAND ...
nobody='setpriv --reuid=65534 --regid=65534 --clear-groups'
as_nobody() { $nobody "$@"; }

clean_up() {
    code=$?
    trap - EXIT
    for one in $pids; do if child "$one"; then kill -TERM "$one" || :; fi; done
    exit $code
}
trap clean_up EXIT
