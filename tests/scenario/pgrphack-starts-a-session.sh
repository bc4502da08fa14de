# The program leads a session and a group of its own, where it did not lead one before.

same own "$(pgrphack sh -c '[ $(ps -o pgid= -p $$) = $$ ] && [ $(ps -o sid= -p $$) = $$ ] && echo own')"
same still "$(pgrphack pgrphack echo still)"
