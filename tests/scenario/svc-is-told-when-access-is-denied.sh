# A user controls the services whose fifo is open to that user.

need_root
need setpriv
mkdir -p a/supervise b/supervise c
mkfifo -m 600 a/supervise/control
mkfifo -m 622 b/supervise/control
chmod 0 c
exec 3<>a/supervise/control 4<>b/supervise/control
as_nobody svc -u a b c 2>said
cat >wanted <<'end'
svc: warning: unable to control a: access denied
svc: warning: unable to chdir to c: access denied
end
diff wanted said
same u "$(head -c 1 <&4)"

# It needs no right to read the directory that it is started in.
mkdir -m 711 here
mv b here
(cd here && as_nobody svc -d b "$PWD/b" b)
same ddd "$(head -c 3 <&4)"
