# At the end of input a last line without a newline gets one; current is closed in good order,
# and the next run goes on in it.

printf 'one\ntwo' | multilog ./main
same 'one
two' "$(cat main/current)"
same 8 "$(stat -c %s main/current)"
same 744 "$(stat -c %a main/current)"
printf 'three' | multilog ./main
same 14 "$(stat -c %s main/current)"
printf '' | multilog ./main
same 14 "$(stat -c %s main/current)"
multilog ./main </dev/null
multilog ./main <&-
same 14 "$(stat -c %s main/current)"

# From a file, from a pipe, and from a line longer than any buffer.
head -c 700000 /dev/zero | tr '\0' x >file
multilog s2000000 ./file.log <file
cat file | multilog s2000000 ./pipe.log
for log in file.log pipe.log; do
    same 700001 "$(stat -c %s $log/current)"
    same 1 "$(wc -l <$log/current)"
done

