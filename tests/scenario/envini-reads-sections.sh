# An ini file's assignments become variables, the section before the name.

cat >ini <<'end'
; comment = no
top = level
[net]
  host = example.org   
port=80
name with blanks = no
nothing
[]
empty =
end
printf 'last=without newline' >>ini
cat >wanted <<'end'
X__empty=
X__last=without newline
X_net_host=example.org
X_net_port=80
X_top=level
end
envini -p X_ ini env | grep ^X | LC_ALL=C sort >got
diff wanted got
same 'level example.org' "$(envini -- ini sh -c 'echo $top $net_host')"
same 'old new' "$(printf 'b=new' >two; a=old b=old envini two sh -c 'echo $a $b')"

told() {
    exits 111 "$@" touch started 2>said
    same "$message" "$(cat said)"
    no test -e started
}
message='envini: fatal: unable to read missing: file does not exist'
told envini missing
message='envini: fatal: unable to read .: is a directory'
told envini .
truncate -s 1T long 2>/dev/null || truncate -s 1G long
message='envini: fatal: unable to read long: file too big'
told envini long
