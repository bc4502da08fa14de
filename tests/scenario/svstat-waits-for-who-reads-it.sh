# Much output goes through a pipe whole, whether that blocks or not; what cannot be written
# is one warning, and no other exit code.

name=$(printf '%0200d' 1)
set --
for i in $(seq 1 1000); do set -- "$@" "$name$i"; done
svstat "$@" >wanted
same 1000 "$(wc -l <wanted | tr -d ' ')"
mkfifo pipe
background sh -c 'while IFS= read -r line; do echo "$line"; done <pipe >got'
svstat "$@" >pipe
finishes "$pid" 0
diff wanted got
if command -v python3 >/dev/null; then
    python3 -c '
import os, subprocess, sys
r, w = os.pipe()
os.set_blocking(w, False)
child = subprocess.Popen(["svstat"] + sys.argv[1:], stdout=w)
os.close(w)
sys.stdout.buffer.write(os.fdopen(r, "rb").read())
sys.exit(child.wait())' "$@" >got
    diff wanted got
fi
exits 0 svstat x >/dev/full 2>said
same 'svstat: warning: unable to write to standard output: out of disk space' "$(cat said)"
exits 0 svstat x >&- 2>said
same '' "$(cat said)"
exits 0 svstat "$(printf '%050000d' 1)" >got
same 50038 "$(wc -c <got | tr -d ' ')"
