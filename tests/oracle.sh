# For scenarios that compare our chain-loaders with those of an installed daemontools.

# against_oracle PROGRAM ...: where it is not there, the scenario is skipped.
against_oracle() {
    mkdir oracle ours
    for program in "$@"; do
        [ -x /usr/bin/$program ] || skip "needs daemontools"
        if cmp -s /usr/bin/$program "$programs/$program"; then skip "needs daemontools"; fi
        cp /usr/bin/$program oracle/
        cp "$programs/$program" ours/
    done
    chmod -R a+rX .
}

# table: each line of standard input is a case, a line of shell, run in an empty directory
# with either side first in PATH. Standard output, standard error and exit code must be the
# same to the byte, so either side stands in the same place when its turn comes.
table() {
    grep -v '^ *#' | grep . >cases
    for side in oracle ours; do
        rm -rf chosen tries
        ln -s $side chosen
        mkdir tries said.$side
        number=0
        while IFS= read -r line; do
            number=$((number + 1))
            mkdir -m 777 tries/$number
            (cd tries/$number && PATH=$PWD/../../chosen:/usr/bin:/bin exec sh -c "$line" sh) \
                >out 2>err </dev/null || echo "exit code $?" >>out
            { echo "$line"; cat out; echo --; cat err; } >said.$side/$number
        done <cases
    done
    diff -r said.oracle said.ours || fail "differs from daemontools"
    log "$number cases are the same"
    rm -rf said.oracle said.ours
}

# unsanitized: true where our programs need no more memory than usual.
unsanitized() { no grep -q __asan_init ours/*; }
