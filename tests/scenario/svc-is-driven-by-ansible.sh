# ansible's module community.general.svc, made for daemontools, drives these programs: it
# runs svc, and reads svstat's line.

need ansible
ansible-doc -l community.general 2>/dev/null | grep -q 'general.svc ' ||
    skip "needs ansible's module community.general.svc"
export HOME="$PWD" LC_ALL=C.UTF-8 ANSIBLE_LOCALHOST_WARNING=False ANSIBLE_NOCOLOR=1
mkdir src all
service src/web <<'run'
trap 'echo usr1 >>signals' USR1
touch ready
while :; do sleep 0.02; done
run

# ask WORDS: what the module answers; has PATTERN: and what must be in that.
ask() {
    ansible localhost -c local -m community.general.svc \
        -a "name=web service_dir=$PWD/all service_src=$PWD/src $*" >answer 2>&1 || {
        cat answer
        fail "ansible: $*"
    }
}
has() { grep -q "$1" answer || fail "no $1 in $(cat answer)"; }

ask enabled=yes
has '"enabled": true\|"changed": true'
test -L all/web
background supervise "$PWD/all/web"
supervise=$pid
eventually test -e src/web/ready
eventually up all/web
ask
has '"state": "started"'
has "\"pid\": \"$(pid_of all/web)\""
has '"changed": false'
ask state=started
has '"changed": false'

before=$(pid_of all/web)
ask state=reloaded
eventually test -s src/web/signals
ask state=stopped
has '"changed": true'
eventually down all/web
gone "$before"
ask downed=yes
has '"changed": true'
ask state=stopped
has '"state": "stopped"'
has '"changed": false'
ask state=started
eventually up all/web
ask downed=no

before=$(pid_of all/web)
ask state=restarted
eventually runs_anew all/web "$before"
before=$(pid_of all/web)
ask state=killed
eventually runs_anew all/web "$before"

ask enabled=no
finishes "$supervise" 0
test ! -e all/web
