# svc against the daemontools that is installed: the same bytes in the fifo, the same
# warnings, the same exit codes.

oracle=/usr/bin
[ -x $oracle/svc ] || skip "needs daemontools"
if cmp -s $oracle/svc "$programs/svc"; then skip "needs daemontools"; fi

for name in a b dead dir; do mkdir -p $name/supervise; done
mkdir empty part dir/supervise/control
mkfifo a/supervise/control b/supervise/control dead/supervise/control
touch file part/supervise
ln -s loop loop
exec 3<>a/supervise/control 4<>b/supervise/control

# sent SVC WORDS ...: what it says, its exit code, and what arrives in a and b.
sent() {
    c=0
    "$@" 2>&1 || c=$?
    printf '.' >&3
    printf '.' >&4
    echo "exit code $c"
    for fifo in a b; do
        timeout 5 dd if=$fifo/supervise/control bs=4096 count=1 2>/dev/null
    done
}
both() { same "$(sent $oracle/svc "$@")" "$(sent svc "$@")"; }

for letter in u d o p c h a i t k x; do both -$letter a; done
both
both -u
both a b
both -udopchaitkx a b
both -du a
both -ud a
both -uud -d -p -cp a b
both -d -- a
both -d -- -u a
both -d a -u b
both -d - a
both -u missing empty dead dir part file loop '' a ./b b/ "$PWD/a" 'two words'
both -t b missing b

# Words that are no options of daemontools' are told in other words, with the same code.
for wrong in -z -uz -ux/; do
    exits 100 $oracle/svc $wrong a 2>/dev/null
    exits 100 svc $wrong a 2>/dev/null
done
same '..' "$(sent true | tail -n 1)"
