# readers.sh - what other programs make of our exports: xmllint, OmegaT, translate-toolkit, Hunspell, Chromium. Each is skipped aloud where it is not installed.
. "$ROOT/tests/cli/tap"
(cd "$ROOT" && . scripts/shared.sh && echo "$MUQABIL_SHARED") >shared
shared=$(cat shared)
tmx=$ROOT/tmx

have() { command -v "$1" >/dev/null 2>&1; }

# ---- a glossary with what is hard in it
cat >terms.csv <<'X'
ar,fr,en,status,note,domain,definition,gender,pos
شبكة,réseau,network,preferred,à voir,télécoms,"ensemble d'équipements, reliés",f,noun
شبكة,toile,web,accepted,,,,,
الأمن السيبراني,cybersécurité,cybersecurity,accepted,"deux
lignes",sécurité & co,,,
مُنَادٍ,aboyeur,,candidate,,,,m,
"البحث والتطوير ""R&D""",R&D <recherche>,,accepted,,,,,
نسبة 50٪,50 %,,deprecated,,,,,
الوكالة الوطنية لتقنين المواصلات,Agence nationale de réglementation des télécommunications,,accepted,,,,,
X
muqabil import terms.csv >/dev/null 2>&1
muqabil export -o out.tmx --status all 2>/dev/null
muqabil export -o all.tmx --status all --all --contexts --ar ar-MA --fr fr-FR 2>/dev/null
muqabil export -o back.tmx --from fr --status all 2>/dev/null
muqabil export -o out.tbx --status all --all 2>/dev/null
muqabil export -f tbx3 -o out3.tbx --status all --all 2>/dev/null
muqabil export -f omegat -o out.txt --status all --all 2>/dev/null
muqabil export -o out.csv --status all --all 2>/dev/null

# ---- schemas
valid() { xmllint --noout --nonet --relaxng "$1" "$2"; }
if have xmllint; then
    for f in out all back; do
        ok "$f.tmx is TMX 1.4b" valid "$tmx/tmx14.rng" $f.tmx
        ok "$f.tmx is as strict as we promise" valid "$tmx/tmx14-muqabil.rng" $f.tmx
    done
    ok 'TBX v2 is TBX-Basic' valid "$tmx/tbx2-basic.rng" out.tbx
    ok 'TBX v3 is TBX-Basic in DCA style' valid "$tmx/tbx3-basic.rng" out3.tbx
    if [ -r "$shared/formats/tmx14.dtd" ]; then
        ok 'the DTD of TMX 1.4 agrees' xmllint --noout --nonet --dtdvalid "$shared/formats/tmx14.dtd" all.tmx
    else
        skip 'the DTD of TMX 1.4 agrees' 'no tmx14.dtd in MUQABIL_SHARED'
    fi
else
    skip 'exports are valid' 'no xmllint'
fi
ok 'our own judge finds nothing wrong' muqabil validate out.tmx back.tmx out.tbx out3.tbx out.txt out.csv
ok 'and says what two renderings of one source lead to' sh -c 'muqabil validate all.tmx | grep -q two-targets'

# ---- translate-toolkit: pairs of source and target as its own classes see them
toolkit() {
    /usr/bin/python3 - "$@" <<'X'
import sys
from translate.storage import factory
kind, source, target, path = sys.argv[1:]
if kind == "tmx":
    from translate.storage.tmx import tmxfile
    with open(path, "rb") as f:
        store = tmxfile(f, source, target)
else:
    from translate.storage.tbx import tbxfile
    with open(path, "rb") as f:
        store = tbxfile.parsefile(f)
for unit in store.units:
    print(unit.source, unit.target, sep="\t")
X
}
# The same from our CSV: one line for each rendering.
pairs() { muqabil export -f omegat "$@" 2>/dev/null | grep -v '^#' | cut -f 1,2; }
same_pairs() { toolkit "$1" "$2" "$3" "$4" | LC_ALL=C sort >got && pairs --from "$2" --status all | LC_ALL=C sort >want && diff want got; }
if /usr/bin/python3 -c 'import translate.storage.tmx' 2>/dev/null; then
    ok 'translate-toolkit reads our TMX, each unit whole' same_pairs tmx ar fr out.tmx
    ok 'and the one into Arabic' same_pairs tmx fr ar back.tmx
    ok 'translate-toolkit finds the terms of our TBX' sh -c "/usr/bin/python3 -c '
from translate.storage.tbx import tbxfile
s = tbxfile.parsefile(\"out.tbx\")
assert len(s.units) == 7, len(s.units)
assert any(u.source == \"شبكة\" and u.target == \"réseau\" for u in s.units)'"
else
    skip 'translate-toolkit reads our TMX and TBX' 'translate-toolkit is not installed'
fi

# ---- OmegaT
jar=${OMEGAT_JAR:-/usr/share/omegat/OmegaT.jar}
# Every source of a memory, given as a text, comes back as its target. FILE.tmx FROM TO
pretranslates() {
    muqabil import --db sides.db "$1" >/dev/null 2>&1
    muqabil export --db sides.db -f omegat --from "$2" --status all 2>/dev/null | grep -v '^#' | cut -f 1,2 >sides
    rm -f sides.db*
    cut -f 1 sides | sed 's/$/\n/' >text && cut -f 2 sides | sed 's/$/\n/' >want
    sh "$ROOT/tests/tools/omegat-translate" "$1" "$2" "$3" text >got || return
    grep . want >want.lines
    grep . got >got.lines
    diff want.lines got.lines
}
probe() { java -Djava.awt.headless=true -cp "$jar:/usr/share/java/jaxb-api.jar" "$ROOT/tests/tools/Glossaries.java" "$@" 2>probe.log; }
glossary_read() { probe ar fr "$1" | cut -f 1,2 | LC_ALL=C sort >got && pairs --status all --all | LC_ALL=C sort >want && diff want got; }
if have java && [ -r "$jar" ]; then
    ok 'OmegaT pre-translates every source of our TMX' pretranslates out.tmx ar fr
    ok 'and into Arabic' pretranslates back.tmx fr ar
    ok "OmegaT's glossary reader finds every pair of our glossary, tashkeel and all" glossary_read out.txt
    ok 'and every pair of our TBX' glossary_read out.tbx
    if [ -r "$shared/lexical/arabterm-csv/law.csv" ]; then
        muqabil import --db law.db "$shared/lexical/arabterm-csv/law.csv" >/dev/null
        muqabil export --db law.db -o law.tmx 2>/dev/null
        ok 'OmegaT pre-translates a list of thousands of legal terms, none left' pretranslates law.tmx ar fr
    else
        skip 'OmegaT pre-translates a list of thousands' 'no lexical/ in MUQABIL_SHARED'
    fi
else
    skip 'OmegaT reads our TMX, glossary and TBX' 'OmegaT is not installed'
fi

# ---- Hunspell
knows() { [ -z "$(printf '%s\n' $2 | hunspell -i UTF-8 -d "$1" -l)" ]; }
knows_not() { [ "$(printf '%s\n' "$2" | hunspell -i UTF-8 -d "$1" -l)" = "$2" ]; }
muqabil export -o ./terms.dic --status all >/dev/null 2>&1
if have hunspell; then
    ok 'Hunspell knows our terms' knows ./terms 'شبكة السيبراني الوكالة'
    ok 'with their clitics and inflections' knows ./terms 'والشبكة بشبكتها للوكالة شبكات بالسيبراني فالوطنية'
    ok 'and nothing else' knows_not ./terms كتاب
else
    skip 'Hunspell reads our dictionary' 'no hunspell'
fi
muqabil export -f hunspell -o words.txt --status all
ok 'a personal dictionary has one word a line, sorted, each once' sh -c 'LC_ALL=C sort -u words.txt | cmp - words.txt && grep -qx شبكة words.txt && ! grep -q " " words.txt'

# ---- a browser
page() { chromium --headless --no-sandbox --disable-gpu --user-data-dir="$PWD/chromium" --dump-dom "file://$PWD/$1" 2>/dev/null; }
shown() { page "page.html#q=$1" | grep -c '<tr><th scope="row"' | grep -qx "$2"; }
muqabil export -o page.html --status all 2>/dev/null
if have chromium; then
    ok 'a page without a question shows all terms' shown "" 6
    ok 'it finds without accents' shown cybersecurite 1
    ok 'it finds through tashkeel, hamza and the shape of digits' shown '%D9%85%D9%86%D8%A7%D8%AF' 1
    ok 'all words must be there' shown 'reseau%20toile' 1
    ok 'what is not there is not shown' shown zzz 0
    ok 'terms are text, never mark-up' sh -c "grep -q 'R&amp;D &lt;recherche&gt;' page.html && ! grep -q '<recherche>' page.html"
    ok 'each side has its language and direction' sh -c "grep -q '<th scope=\"row\" lang=\"ar\" dir=\"rtl\">شبكة</th><td lang=\"fr\" dir=\"ltr\">' page.html"
    ok 'a TMX opens with its stylesheet' sh -c "muqabil export -o sheet.tmx --stylesheet tmx.css 2>/dev/null && cp sheet.tmx sheet.xml && cp '$tmx/tmx.css' . &&
        chromium --headless --no-sandbox --disable-gpu --user-data-dir=\"\$PWD/chromium\" --dump-dom \"file://\$PWD/sheet.xml\" 2>/dev/null | grep -q 'réseau'"
else
    skip 'the HTML page works in a browser' 'no chromium'
fi
finish
