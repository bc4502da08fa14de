# Completion for bash: the letters of svc with their meaning, the options of svstat and svup,
# and the names of services. Source it, or install it as `svc`, `svstat`, `svok` and `svup`
# under share/bash-completion/completions.

_lares_svc=(u:up d:down o:once x:exit p:pause c:continue h:hangup a:alarm i:interrupt
    t:terminate k:kill r:replace e:'exec anew' q:quit 1:USR1 2:USR2 w:WINCH '+:signals to the group'
    '=:signals to the process' 'L:letters to the logger' 'l:letters to the service'
    'U:up for good' 'D:down for good' 'W:wait for' 'T:time limit'
    's:one by one')
_lares_svstat=('l:the service' 'L:its logger' 'v:explain' 'j:JSON' 'p:metrics'
    'f:follow changes')
_lares_svup=('l:the service' 'L:its logger')
_lares_goals=(u:up r:ready d:down 'D:down and done')

# The letters that may still follow those of the word. A list shows their meaning; what is
# put into the line does not: neither one that is alone, nor one of bash's menu, which takes
# the words as they are.
_lares_letters() {
    local word=$1 since=${1##*[lL]} one letter
    shift
    case $word in
    *W) since= && set -- "${_lares_goals[@]}" ;;
    *W? | *T*) return ;;
    esac
    for one; do
        letter=${one%%:*}
        case $letter in l | L) ;; *) [[ $since == *"$letter"* ]] && continue ;; esac
        COMPREPLY+=("$word$letter  ${one#*:}")
    done
    case ${#COMPREPLY[@]}:${COMP_TYPE-} in
    1:* | *:37 | *:42) COMPREPLY=("${COMPREPLY[@]%%  *}") ;;
    esac
    compopt -o nospace -o nosort 2>/dev/null
}

# The services in the directory $1 ("" is here) that begin as the word; each with $3 before it.
_lares_names() {
    local place=$1 word=$2 before=$3 dir name
    while IFS= read -r dir; do
        name=${dir#"$place"}
        [ "$name" = log ] && [ -n "$place" ] && continue
        if [ -e "$dir/run" ] || [ -e "$dir/supervise" ]; then COMPREPLY+=("$before$name"); fi
    done < <(compgen -d -- "$place$word")
}

_lares_services() {
    local word=${1#[\"\']} program=$2
    word=${word//\\/}
    compopt -o filenames 2>/dev/null
    if [[ $word != */* ]]; then
        _lares_names '' "$word" ''
        [ -n "${SVDIR-}" ] && _lares_names "$SVDIR/" "$word" ''
        # svc, which changes things, does not look in /service by itself.
        case $program in
        svc) [ ${#COMPREPLY[@]} -gt 0 ] || _lares_names /service/ "$word" /service/ ;;
        *) _lares_names /service/ "$word" '' ;;
        esac
    fi
    if [ ${#COMPREPLY[@]} -eq 0 ]; then
        local dir
        while IFS= read -r dir; do COMPREPLY+=("$dir"); done < <(compgen -d -- "$word")
    fi
}

_lares() {
    local program=${1##*/} word=$2 i
    COMPREPLY=()
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in --) break ;; -?*) ;; *) break ;; esac
    done
    if [ "$i" -eq "$COMP_CWORD" ] && [[ $word == -* && $word != --* ]]; then
        case $program in
        svc) _lares_letters "$word" "${_lares_svc[@]}" ;;
        svstat) _lares_letters "$word" "${_lares_svstat[@]}" ;;
        svup) _lares_letters "$word" "${_lares_svup[@]}" ;;
        esac
    fi
    if [ ${#COMPREPLY[@]} -eq 0 ]; then _lares_services "$word" "$program"; fi
}

complete -F _lares svc svstat svok svup
