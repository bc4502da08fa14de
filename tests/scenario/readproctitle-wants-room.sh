# readproctitle's last argument has five bytes at least: 100 without it. Input that cannot
# be read ends it with 111. It is silent about both.

exits 100 readproctitle 2>said </dev/null
exits 100 readproctitle .... 2>>said </dev/null
exits 100 readproctitle ..... '' 2>>said </dev/null
exits 0 readproctitle ..... 2>>said </dev/null
exits 111 readproctitle errors ..... 2>>said </
exits 111 readproctitle errors ..... 2>>said <&-
same '' "$(cat said)"
