# A service that dies young is started again, once a second at most.

service web <<'run'
test -e once && touch twice
touch once
run
background supervise web
eventually test -e web/twice
