# TERM, and INT to one run by hand, mean `dx`, TSTP `p` and CONT `c`; all other signals that
# can be ignored are: they neither end supervise nor reach the service.

service web <<'run'
exec sleep 1000
run
paused() { case "$(svstat web)" in *', paused') ;; *) return 1 ;; esac; }
unchanged() { [ "$before" = "$(cat web/supervise/state)" ]; }
for signal in TERM INT; do
    background supervise web
    eventually up web
    process=$(pid_of web)
    eventually grep -qx 'state ready' web/supervise/state
    before=$(cat web/supervise/state)
    for other in $(kill -l); do
        case $other in KILL | STOP | TERM | INT | TSTP | CONT | RT* | SIGRT* | EXIT | 0 | 3[234]) ;;
        *) kill -"$other" $pid ;;
        esac
    done
    # 32 to 34 belong to the C library, yet anybody can send them.
    [ "$(uname)" != Linux ] || for other in 32 33 34 35 40 64; do kill -$other $pid; done
    kill -TSTP $pid
    eventually paused
    kill -CONT $pid
    eventually no paused
    eventually unchanged # `state` is written after `status`.
    same "$process" "$(pid_of web)"
    svc -p web
    eventually paused
    kill -$signal $pid
    finishes $pid 0
    gone "$process" || fail "$signal left the service running"
done
