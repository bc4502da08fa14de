# For scenarios that install things: a root of its own, in which this machine's files are
# there and may be changed, though nobody else ever sees a change.

# another_root: runs standard input like a scenario, as the root of such a root; the place is
# empty, $top, $programs and $helpers are what they were, and all processes end with it.
another_root() {
    need_root
    need unshare
    mkdir -p layers
    cat >script
    unshare --mount true 2>/dev/null && unshare --mount --pid --fork --mount-proc true \
        2>/dev/null || skip "needs namespaces"
    unshare --mount --pid --fork --mount-proc sh -eu -c '
        mount -t tmpfs none layers
        mkdir layers/upper layers/work layers/root
        mount -t overlay overlay -o \
            lowerdir=/,upperdir=layers/upper,workdir=layers/work layers/root || exit 76
        for dir in proc dev sys; do mount --rbind /$dir layers/root/$dir; done
        cp script layers/root/script
        # Where these are mounts, they are not part of the layer below.
        for dir in "$top" "$programs" "$helpers"; do
            [ -e "layers/root$dir/." ] || mkdir -p "layers/root$dir"
            mount --rbind "$dir" "layers/root$dir"
        done
        exec chroot layers/root sh -eu -c "
            mkdir /scenario; cd /scenario; export TMPDIR=/tmp
            . \"\$top/tests/lib.sh\"; . /script"' || {
        code=$?
        [ $code != 76 ] || skip "needs overlay mounts"
        exit $code
    }
}
