# Only a label of 24 digits at the very beginning of a line is replaced; everything else
# comes out as it went in, the last line without its newline too.

export TZ=UTC0
cat >text <<'lines'
plain

@
@ mark
@4000000037c219bf2ef02e9 23 digits
@4000000037c219bf2ef02e940 25 digits
@4000000037C219BF2EF02E94 upper case
@@4000000037c219bf2ef02e94 twice
 @4000000037c219bf2ef02e94 after a blank
mark @4000000037c219bf2ef02e94 later
@ffffffffffffffff00000000 too far away
lines
printf '\0\377\r\n@\0@4000000037c219bf2ef02e94\nlast @4000' >>text
tai64nlocal <text | cmp - text

same '1999-08-24 04:04:05.787492500' "$(printf @4000000037c219bf2ef02e94 | tai64nlocal)"
same '' "$(tai64nlocal </dev/null)"
exits 0 tai64nlocal --any words </dev/null
