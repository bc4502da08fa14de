# svstat, svok and svup, which change nothing, look for a word under $SVDIR and then under
# /service; the name stays the one that was typed.

for name in one/web one/log two/db; do mkdir -p $name/supervise; mkfifo $name/supervise/ok; done
export SVDIR="$PWD/one"
same 'web: supervise not running' "$(svstat web)"
same 'log: unable to chdir: file does not exist' "$(svstat log)"
same './web: unable to chdir: file does not exist' "$(svstat ./web)"
exits 100 svok web
exits 100 svup web
exits 111 svok log 2>said
same 'svok: fatal: unable to chdir to log: file does not exist' "$(cat said)"

need_root
case $(ldd "$programs/svstat" 2>&1) in *'=>'*) skip "needs programs that are linked static" ;; esac
mkdir -p root/service root/elsewhere
cp "$programs/svstat" "$programs/svok" root/
cp -R one/web root/elsewhere/
cp -R two/db root/service/
mkdir root/service/web
unset SVDIR
same 'db: supervise not running' "$(chroot root /svstat db)"
same 'none: unable to chdir: file does not exist' "$(chroot root /svstat none)"
same './db: unable to chdir: file does not exist' "$(chroot root /svstat ./db)"
exits 100 chroot root /svok db
same 'web: unable to open supervise/ok: file does not exist' "$(chroot root /svstat web)"
same 'web: supervise not running' "$(SVDIR=/elsewhere chroot root /svstat web)"
same 'db: supervise not running' "$(SVDIR=/elsewhere chroot root /svstat db)"
