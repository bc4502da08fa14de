# What + and L say holds for one client's letters: they are undone in the same write.

mkdir -p a/supervise
mkfifo a/supervise/control
exec 3<>a/supervise/control
svc -+t a
svc -Lt a
svc -L+t a
svc -t+k= a
svc -Ltlk a
svc -t a
same '+t=LtlL+t=lt+k=Ltlkt' "$(head -c 20 <&3)"
