# Whatever keeps a command from supervise is one warning that names it, and no reason to
# leave the others out.

mkdir -p empty none/supervise plain/supervise dir/supervise/control good/supervise
mkfifo none/supervise/control good/supervise/control
echo kept >plain/supervise/control
touch file
ln -s loop loop
exec 3<>good/supervise/control
exits 0 svc -u missing empty none plain dir file loop '' good 2>said
cat >wanted <<'end'
svc: warning: unable to chdir to missing: file does not exist
svc: warning: unable to control empty: file does not exist
svc: warning: unable to control none: supervise not running
svc: warning: unable to control plain: supervise/control is no fifo
svc: warning: unable to control dir: is a directory
svc: warning: unable to chdir to file: not a directory
svc: warning: unable to chdir to loop: symbolic link loop
svc: warning: unable to chdir to : file does not exist
end
diff wanted said
same u "$(head -c 1 <&3)"
same kept "$(cat plain/supervise/control)"
