# base <- supervise <- svc, svstat; base <- svscan (which knows of supervise only the names,
# places and formats of files, and how to wait for a change); base <- multilog. Nobody includes svscan, svc, svstat or multilog.

cd "$top"
arrows() {
    for dir in base supervise svscan svc svstat multilog; do
        grep -hoE '^#include "[^"]*"' $(find $dir -name '*.h' -o -name '*.cc') /dev/null |
            sed "s|#include \"\(.*\)\"|$dir \1|"
    done | sort -u
}
allowed='^(base base/|supervise (base|supervise)/|svc (base|supervise|svc)/|svstat (base|supervise|svstat)/|multilog (base|multilog)/|svscan (base|svscan)/|svscan supervise/(change|files|status|control|state|told|waiter|whereabouts|workers)\.h$)'
wrong=$(arrows | grep -vE "$allowed" || :)
same '' "$wrong"

# What a run script execs through knows nothing of supervise.
wrong=$(grep -rhoE '^#include "[^"]*"' supervise/chain | grep -vE '"(base|supervise/chain)/' || :)
same '' "$wrong"
