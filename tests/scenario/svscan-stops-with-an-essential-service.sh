# A service with a file `essential` ends for good: everything stops, with its exit code. A
# restart, or `svc -d`, is no end.

make_tree() {
    service $1/main
    touch $1/main/essential
    service $1/other <<'run'
exec sleep 1000
run
    service $1/main/log <<'run'
exec cat >>lines
run
}
end() {
    wanted=$1 dir=$2
    finishes $pid $wanted
    for one in main main/log other; do no svok $dir/$one; done
    grep 'svscan: warning: main is essential and has ended; so does all else' $dir.messages
}

make_tree failing <<'run'
test -e once && exit 100
touch once
exit 1
run
background sh -c 'exec svscan failing 2>failing.messages'
end 100 failing

make_tree killed <<'run'
echo line
exec sleep 1000
run
touch killed/main/down
background sh -c 'exec svscan killed 2>killed.messages'
eventually svok killed/main
svc -o killed/main
eventually up killed/main
eventually grep line killed/main/log/lines
svc -k killed/main
end 137 killed

# An end that no svscan saw: the next one sees it.
make_tree unseen <<'run'
while ! test -e end; do sleep 0.05; done
exit 100
run
touch unseen/main/notify
background sh -c 'exec svscan unseen 2>unseen.messages'
eventually up unseen/main
eventually up unseen/main/log
eventually up unseen/other
kill -KILL $pid
eventually no alive $pid
touch unseen/main/end
eventually grep -qx 'state failed' unseen/main/supervise/state
background sh -c 'exec svscan unseen 2>unseen.messages'
end 100 unseen

make_tree done <<'run'
trap 'exit 0' TERM
trap 'exit 1' HUP
trap 'exit 0' USR1
echo $$ >set
while :; do sleep 0.05; done
run
background sh -c 'exec svscan done 2>done.messages'
eventually up done/main
# Its traps are set.
is_set() { up done/main && [ "$(cat done/main/set)" = "$(pid_of done/main)" ]; }
eventually is_set
first=$(pid_of done/main)
eventually up done/other
svc -h done/main
eventually another done/main $first
eventually is_set
svc -d done/main
eventually down done/main
svc -u done/main
eventually is_set
first=$(pid_of done/main)
svc -t done/main
eventually another done/main $first
same 'code 0' "$(sed -n 's/^last-exit //p' done/main/supervise/state)"
eventually is_set
first=$(pid_of done/main)
svc -du done/main
eventually another done/main $first
eventually is_set
first=$(pid_of done/main)
printf '#!/bin/sh\nexit 0\n' >done/main/check
chmod 755 done/main/check
svc -r done/main
eventually another done/main $first
eventually is_set
eventually up done/other
kill -0 $pid
kill -USR1 $pid
svc -1 done/main
end 0 done
