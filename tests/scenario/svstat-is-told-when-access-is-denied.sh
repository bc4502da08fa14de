# A user sees what its rights let it see, and is told what they do not.

need_root
need setpriv
mkdir -p a/supervise b c/supervise
mkfifo -m 622 a/supervise/ok
mkfifo -m 600 c/supervise/ok
chmod 0 b
exec 3<>a/supervise/ok
(umask 077; echo 123456789012345678 >a/supervise/status)
cat >wanted <<'end'
a: unable to open supervise/status: access denied
b: unable to chdir: access denied
c: unable to open supervise/ok: access denied
end
as_nobody svstat a b c >said
diff wanted said
said=$(as_nobody svok c 2>&1) && fail "svok c succeeded" || same 111 $?
same 'svok: fatal: unable to open c/supervise/ok: access denied' "$said"
said=$(as_nobody svup b 2>&1) && fail "svup b succeeded" || same 111 $?
same 'svup: fatal: unable to chdir to b: access denied' "$said"
