# A name that now leads to another directory: the old service ends, then the new one starts.

for dir in old new; do
    service $dir <<run
trap 'sleep 0.3; echo $dir ends >>../story; exit 0' TERM
echo $dir starts >>../story
while :; do sleep 0.05; done
run
done
mkdir all
ln -s ../old all/web
background svscan all
eventually up old
ln -s ../new all/.web
mv -T all/.web all/web
kill -HUP $pid
eventually grep 'new starts' story
same 'old starts,old ends,new starts,' "$(tr '\n' , <story)"
no svok old
eventually up all/web
