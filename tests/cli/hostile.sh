# hostile.sh - files that are broken, or made to break their reader: each gets an error with line and column, or a reason in the ledger; memory stays small
# and the glossary as it was. Then disks that are full.
. "$ROOT/tests/cli/tap"

printf 'ar,fr,note\nشبكة,réseau,note\n' >good.csv
muqabil import --db g.db good.csv >/dev/null
state() { muqabil export --db g.db -f jsonl --status all; }
state >before

# 300 MB of address space, except where a sanitizer wants terabytes.
if (ulimit -v 300000 && muqabil --version) >/dev/null 2>&1; then bound=300000; else bound=unlimited; fi
import() { (ulimit -v $bound && timeout 120 muqabil import --db g.db "$@"); }

unchanged() { state | cmp before - && muqabil check-db --db g.db; }
# FILE|- LINE COLUMN [OPTION…]: refused, with that place; `-` reads standard input.
refused() {
    file=$1 line=$2 column=$3 && shift 3
    import "$@" "$file" >out 2>message
    code=$?
    cat message
    [ $code -eq 2 ] && grep -q "(line $line, column $column)" message && unchanged
}
# FILE REASON LINE: read, and the reason is told with its place.
told() {
    muqabil import -n --db none.db "$1" >out 2>&1
    cat out
    grep -qE "(left out|skipped) +[0-9]+  $2.*:$3(,|\$)" out
}
pair='<tu><tuv xml:lang="ar"><seg>بنك</seg></tuv><tuv xml:lang="fr"><seg>banque</seg></tuv></tu>'
head='<?xml version="1.0" encoding="UTF-8"?>'
# GENERATOR LINE COLUMN: what a function below writes to a pipe. It is never stored anywhere: the reader stops long before the end.
poured() { $1 2>/dev/null | refused - "$2" "$3"; }

# ---- cut off, ill-formed, in another encoding
printf '%s\n<tmx><body>\n%s\n<tu><tuv xml' "$head" "$pair" >cut.tmx
ok 'a TMX cut off inside a tag' refused cut.tmx 4 13
printf '<martif><text><body>\n<termEntry><langSet xml:lang="ar"><tig><term>بنك' >cut.tbx
ok 'a TBX cut off inside a term' refused cut.tbx 2 49
printf '%s<tmx><body>\n%s\n</body></tu></tmx>' "$head" "$pair" >tags.tmx
ok 'tags that do not match' refused tags.tmx 3 13
printf '%s<tmx><body>\n<tu><note>\351t\351</note></tu></body></tmx>' "$head" >latin.tmx
ok 'Latin-1 that is declared UTF-8' refused latin.tmx 2 11
printf '<?xml version="1.0" encoding="klingon"?>\n<tmx/>' >klingon.tmx
ok 'an encoding that nobody knows' refused klingon.tmx 1 39
printf '%s<tmx><body>\n<tu><note>a\001b</note></tu></body></tmx>' "$head" >control.tmx
ok 'a control character in a TMX' refused control.tmx 2 12
printf '%s<tmx><body>\n<tu><note>a\355\240\200</note></tu></body></tmx>' "$head" >surrogate.tmx
ok 'a lone surrogate in a TMX' refused surrogate.tmx 2 12
printf '%s<tmx><body>\n<tu><note>a&#xFFFF;</note></tu></body></tmx>' "$head" >reference.tmx
ok 'a reference to a forbidden character' refused reference.tmx 2 20
printf 'ar,fr\nبنك,banque\nش\377,x\n' >bytes.csv
ok 'a CSV that is not in the encoding asked for' refused bytes.csv 3 2 --encoding UTF-8
printf '%s' "$(cat cut.tmx)" | gzip | head -c 100 >cut.tmx.gz
ok 'a gzip file cut off leaves the glossary as it was' sh -c '! muqabil import --db g.db cut.tmx.gz'
ok 'as it was' unchanged

# ---- entities and DTDs: never expanded, never fetched
{
    printf '<!DOCTYPE tmx [<!ENTITY a "lol">'
    for i in b:a c:b d:c e:d f:e g:f h:g i:h; do o=${i#*:} && printf '<!ENTITY %s "&%s;&%s;&%s;&%s;&%s;&%s;&%s;&%s;&%s;&%s;">' "${i%:*}" $o $o $o $o $o $o $o $o $o $o; done
    printf ']>\n<tmx><body><tu><note>&i;</note></tu></body></tmx>'
} >laughs.tmx
ok 'a billion laughs' refused laughs.tmx 2 25
printf '<!DOCTYPE tmx [<!ENTITY x SYSTEM "secret">]>\n<tmx><body><tu><note>&x;</note></tu></body></tmx>' >external.tmx
echo secret >secret
ok 'an external entity' refused external.tmx 2 25
mkfifo never.dtd
printf '<!DOCTYPE tmx SYSTEM "never.dtd">\n<tmx><body>%s</body></tmx>' "$pair" >dtd.tmx
ok 'a DTD is not even opened' timeout 20 muqabil import -n --db none.db dtd.tmx
printf '<!DOCTYPE tmx [<!ENTITY %% p SYSTEM "never.dtd"> %%p;]>\n<tmx><body>%s</body></tmx>' "$pair" >parameter.tmx
ok 'a parameter entity is not opened either' timeout 20 sh -c 'muqabil import -n --db none.db parameter.tmx || [ $? -eq 2 ]'

# ---- as large as can be
nested() { printf '<tmx><body>\n' && yes '<a>' | head -n 10000000 | tr -d '\n'; }
nested_tbx() { printf '<martif><text><body><termEntry>\n' && yes '<descripGrp>' | head -n 10000000 | tr -d '\n'; }
gigabyte() { head -c 1073741824 /dev/zero | tr '\0' a; }
seg() { printf '<tmx><body><tu><tuv xml:lang="fr">\n<seg>' && gigabyte && printf '</seg></tuv></tu></body></tmx>'; }
attribute() { printf '<tmx><body>\n<tu tuid="' && gigabyte && printf '"/></body></tmx>'; }
comment() { printf '<tmx><body>\n<!--' && gigabyte && printf -- '--></body></tmx>'; }
line() { printf 'ar,fr\nx,' && gigabyte; }
cell() { printf 'ar,fr\nx,"' && yes 'a,b' | head -n 1000000; }
columns() { printf 'ar,fr\n' && yes , | head -n 10000 | tr -d '\n'; }
header() { yes ar, | head -n 10000 | tr -d '\n'; }
object() { printf '{"ar":"' && gigabyte && printf '"}'; }
ok 'ten million nested elements' poured nested 2 189
ok 'ten million nested elements of a TBX' poured nested_tbx 2 732
ok 'a seg of a gigabyte' poured seg 2 5
ok 'an attribute of a gigabyte' poured attribute 2 1
ok 'a comment of a gigabyte' poured comment 2 1
ok 'a line of a gigabyte' poured line 2 1
ok 'a quote that swallows a million lines' poured cell 2 3
ok 'ten thousand columns' poured columns 2 257
ok 'a header of ten thousand columns' poured header 1 769
ok 'a JSON line of a gigabyte' poured object 1 1
printf 'ar,fr\nبنك,banque\nشبكة,"réseau\nمدير,chef\n' >quote.csv
ok 'a quote that is never closed, at the place where it opens' refused quote.csv 3 6

# ---- read, with what is wrong told
printf '<tmx><body>\n<tu changedate="20241332T000000Z">%s</body></tmx>' "${pair#<tu>}" >date.tmx
ok 'a date that there is not' told date.tmx 'date that cannot be read' 2
printf '<tmx><body>\n%s\n<tu><tuv xml:lang="klingonese"><seg>x</seg></tuv></tu></body></tmx>' "$pair" >language.tmx
ok 'a language code that is none' told language.tmx 'language code that is none' 3
printf 'ar,fr\nبنك,banque\nش\000بكة,x\n' >nul.csv
ok 'NUL in a CSV' told nul.csv 'forbidden character' 3
{ printf 'ar,fr\nبنك,banque\nش,' && head -c 5000 /dev/zero | tr '\0' x && echo; } >long.csv
ok 'a term that is a text' told long.csv 'term longer than 4,096 bytes' 3
{ printf '{"ar":"بنك","la":"banque","lang":"fr"}\n' && yes '[' | head -n 100000 | tr -d '\n'; } >deep.jsonl
ok 'JSON that is nested a hundred thousand deep' told deep.jsonl 'line that is no JSON object' 2

# ---- disks that are full: a limit on the size of files, which needs no privilege
yes x | head -n 20000 | awk '{ printf "كلمة%d,mot %d\n", NR, NR }' | sed '1i ar,fr' >many.csv
muqabil import --db many.db many.csv >/dev/null
echo old >old.tmx
on_full_disk() { (trap '' XFSZ && ulimit -f 64 && "$@"); }
ok 'an export to a full disk fails' exits 2 on_full_disk muqabil export --db many.db -o old.tmx
ok 'and leaves the old file' sh -c '[ "$(cat old.tmx)" = old ]'
ok 'and nothing beside it' sh -c '[ "$(ls -A | grep -c "old\.tmx")" -eq 1 ]'
ok 'an export to a full device fails' sh -c '! muqabil export --db many.db -f tmx >/dev/full'
ok 'an import on a full disk fails' exits 2 on_full_disk muqabil import --db g.db many.csv
ok 'and leaves the glossary as it was' unchanged
finish
