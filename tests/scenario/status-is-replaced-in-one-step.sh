# status and state are replaced whole, with nothing left beside them: by an exchange of names
# where the system has it, and where it has not, by rename. What a supervise leaves that is
# killed in between is in nobody's way.

need strace
strace -o /dev/null true 2>/dev/null || skip 'needs to trace'
[ "$(uname)" = Linux ] || skip 'only Linux exchanges names'
service web <<'run'
exec sleep 1000
run
names='child
control
event
lock
ok
state
status'
turns() {
    background strace -o calls "$@" supervise web
    tracer=$pid
    eventually grep -qx 'state ready' web/supervise/state
    ln web/supervise/status web/supervise/state .
    for round in 1 2 3; do
        svc -d -Wd web
        down web
        grep -qx 'state down' web/supervise/state
        svc -u -Wu web
        up web
        grep -qx 'state ready' web/supervise/state
    done
    for file in status state; do
        [ ! web/supervise/$file -ef $file ] || fail "$file: written in place"
        rm $file
    done
    # What was exchanged is removed a moment later.
    clean() { [ "$names" = "$(ls web/supervise)" ]; }
    eventually clean
    svc -dx web
    finishes $tracer 0
}
turns
renames=$(grep -c '^rename.*"status"' calls)
exchanges=$(grep -c '^renameat2.*"status".*RENAME_EXCHANGE.* = 0' calls)
[ $exchanges -ge 6 ] || fail "only $exchanges of $renames were exchanges"
turns -e inject=renameat2:error=ENOSYS
[ "$(grep -c '^renameat(.*"status.new".* = 0' calls)" -ge 6 ]
turns -e inject=renameat2:error=EPERM

background strace -o /dev/null -e trace=unlinkat -e inject=unlinkat:signal=KILL:when=1 supervise web
finishes $pid 137
test -e web/supervise/status.new
background supervise web
clean() { up web && [ "$(ls web/supervise)" = "$names" ]; }
eventually clean
