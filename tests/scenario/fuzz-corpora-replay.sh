# What a fuzzer found interesting once breaks no promise: every target has a corpus, and takes
# all of it.

"$helpers/replay" "$top/tests/fuzz/corpus"
