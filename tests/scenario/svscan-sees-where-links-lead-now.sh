# Whatever part of the way changes, a link that leads elsewhere now is seen without being told.

for dir in v1 v2 v3; do
    service $dir/web <<run
echo $dir >>../../story
exec sleep 1000
run
done
ln -s v1 current
mkdir all
ln -s ../middle/web all/web
ln -s "$PWD/current" middle
stories() { [ "$(wc -l <story)" = $1 ]; }
background svscan all
eventually stories 1
ln -s v2 next
mv -T next current
eventually stories 2
no svok v1/web
mv v2 old
mv v3 v2
eventually stories 3
eventually no svok old/web
eventually svok v2/web
rm current
eventually no svok v2/web
ln -s v2 current
eventually stories 4
same 'v1 v2 v3 v3' "$(tr '\n' ' ' <story | sed 's/ $//')"
