# roundtrip.sh - the law of own exports: written, read into a new glossary, written again, a file has the same bytes. For each format, over a glossary that
# has everything a glossary may hold, and over one that was mined.
. "$ROOT/tests/cli/tap"

# ---- a glossary with all fields, all statuses and kinds, synonyms on both sides, concepts, sentences, and text that is hard to write
cat >rich.jsonl <<'X'
{"ar":"شبكة","la":"réseau","lang":"fr","kind":"translation","status":"preferred","score":1,"concept":1,"created":"2020-01-02T00:00:00Z","changed":"2021-03-04T05:06:07Z","note":"à voir\ndeuxième ligne, \"cité\"","domain":"télécoms & co","definition":"ensemble d'équipements <reliés>; au moins deux","source":"ISO 1087","region":"MA","pos":"noun","gender":"f","number":"s","plural":"شبكات|شبك","contexts":[{"text":"هذه الشبكة (réseau) واسعة.","source":"Le Matin, p. 3"},{"text":"شبكة & <réseau>"}]}
{"ar":"شبكة","la":"toile","lang":"fr","kind":"translation","status":"accepted","score":0.5,"concept":1,"created":"2020-01-02T00:00:00Z","changed":"2020-01-03T00:00:00Z","note":"familier","region":"MA","pos":"noun","gender":"f"}
{"ar":"شبكة","la":"filet","lang":"fr","kind":"translation","status":"deprecated","score":1,"concept":2,"created":"2019-05-06T00:00:00Z","changed":"2019-05-06T00:00:00Z"}
{"ar":"شبكة","la":"network","lang":"en","kind":"translation","status":"accepted","score":0.9,"concept":1,"created":"2020-01-02T00:00:00Z","changed":"2020-01-02T00:00:00Z","domain":"télécoms & co"}
{"ar":"مُنَظَّمَة","la":"organisation","lang":"fr","kind":"translation","status":"candidate","score":0.8765,"created":"2022-01-02T00:00:00Z","changed":"2022-01-02T00:00:00Z","pos":"adj"}
{"ar":"الوكالة الوطنية لتقنين المواصلات","la":"ANRT","lang":"und","kind":"acronym","status":"accepted","score":0.97,"created":"2022-02-02T00:00:00Z","changed":"2022-02-03T00:00:00Z","note":"also: rien"}
{"ar":"إنترنت","la":"Internet","lang":"fr","kind":"transliteration","status":"accepted","score":0.66,"created":"2022-02-02T00:00:00Z","changed":"2022-02-02T00:00:00Z","number":"s","gender":"m"}
{"ar":"جمع، طرح","la":"=A1+B2; a|b\\c","lang":"fr","kind":"translation","status":"accepted","score":1,"created":"2022-02-02T00:00:00Z","changed":"2022-02-02T00:00:00Z","source":"-x\ttab"}
{"ar":"# وسم","la":"#hashtag, \"x\"","lang":"fr","kind":"translation","status":"rejected","score":0.25,"created":"2022-02-02T00:00:00Z","changed":"2022-02-02T00:00:00Z","pos":"propn"}
{"ar":"قريب","la":"presque sûr","lang":"fr","kind":"translation","status":"candidate","score":0.99997,"created":"2022-02-02T00:00:00Z","changed":"2022-02-02T00:00:00Z"}
{"ar":"حاسوب","la":"ordinateur","lang":"fr","kind":"translation","status":"accepted","score":1,"concept":7,"created":"2022-02-02T00:00:00Z","changed":"2022-02-02T00:00:00Z","domain":"informatique","note":"","pos":"noun"}
{"ar":"حاسوب","la":"calculateur","lang":"fr","kind":"translation","status":"accepted","score":1,"concept":7,"created":"2022-02-02T00:00:00Z","changed":"2022-02-02T00:00:00Z","domain":"informatique","note":"","pos":"noun"}
{"ar":"حاسوب","la":"ordi","lang":"fr","kind":"translation","status":"deprecated","score":1,"concept":7,"created":"2022-02-02T00:00:00Z","changed":"2022-02-02T00:00:00Z","domain":"informatique","note":"familier","pos":"noun"}
{"ar":"سياق","la":"contexte","lang":"fr","kind":"translation","status":"accepted","score":1,"created":"2022-02-02T00:00:00Z","changed":"2022-02-02T00:00:00Z","contexts":[{"text":"=سياق","source":"d, 1"},{"text":"سياق\nعلى سطرين"},{"text":"trois"},{"text":"quatre"}]}
X
ok 'a rich glossary comes in without a loss' sh -c 'muqabil import --db rich.db --status candidate rich.jsonl >ledger && ! grep -E "skipped  |left out" ledger'
muqabil mine --db mined.db tests/data/press/*.txt >/dev/null 2>&1

# FORMAT GLOSSARY OPTION…: exports, imports into an empty glossary, exports that: the two files are the same and not empty, and nothing was left out.
again() {
    format=$1 from=$2 && shift 2
    rm -f second.db*
    muqabil export --db "$from" -f "$format" -o first --status all "$@" 2>/dev/null || return
    muqabil import --db second.db -f "$format" first >ledger || { cat ledger && return 1; }
    grep -E 'skipped  |left out|kept    ' ledger && return 1
    muqabil export --db second.db -f "$format" -o second --status all "$@" 2>/dev/null
    [ "$(wc -l <first)" -gt 8 ] && cmp first second || { diff first second | head -n 20; return 1; }
}
for db in rich mined; do
    for format in tmx tbx tbx3 csv omegat utx jsonl; do
        ok "$format of the $db glossary comes back, the best renderings" again $format $db.db
        ok "$format of the $db glossary comes back, all renderings, with sentences" again $format $db.db --all --contexts
    done
    ok "tmx of the $db glossary comes back, into Arabic, with regions" again tmx $db.db --all --from fr --ar ar-MA --fr fr-FR
    ok "csv of the $db glossary comes back, for a spreadsheet, into Arabic" again csv $db.db --all --from fr --bom --spreadsheet-safe
    ok "tbx of the $db glossary comes back, into Arabic" again tbx $db.db --all --from fr --contexts
done

# ---- read back into the glossary it came from, an export changes nothing
unchanged() {
    muqabil export --db rich.db -f "$1" -o own --status all --all $2 2>/dev/null
    cp rich.db same.db
    muqabil import --db same.db -f "$1" own >ledger
    muqabil export --db rich.db -f jsonl -o before --status all
    muqabil export --db same.db -f jsonl -o after --status all
    cmp before after || { diff before after; cat ledger; return 1; }
}
for format in tmx tbx tbx3 csv utx jsonl; do
    ok "its own $format changes nothing in a glossary" unchanged $format --contexts
    ok "its own $format without sentences changes nothing" unchanged $format --no-contexts
done

# ---- a sentence keeps where it is from
quoted() {
    rm -f new.db*
    muqabil export --db rich.db -f "$1" -o own --status all --all --contexts 2>/dev/null && muqabil import --db new.db own >/dev/null &&
        muqabil export --db new.db -f jsonl | grep -q '"text":"هذه الشبكة (réseau) واسعة.","source":"Le Matin, p. 3"'
}
for format in tmx tbx tbx3 csv utx jsonl; do
    ok "$format keeps the source of a sentence" quoted $format
done

# ---- synonyms of one concept of which the same is said stand together
together() {
    muqabil export --db rich.db -f csv --all --status all 2>/dev/null | grep -q '^حاسوب,ordinateur|calculateur,accepted' &&
        muqabil export --db rich.db -f tbx --all --status all 2>/dev/null | tr -d '\n' | grep -q 'ordinateur</term>.*calculateur</term>.*ordi</term>.*</termEntry>'
}
ok 'synonyms of one concept share a row of csv, a concept of tbx' together

# ---- what is said of a rendering stays with it: told row by row, a new glossary that read the file says the same of each as the old one
each_row() { muqabil export --db "$1" -f utx --status all --all 2>/dev/null | sed 1d | LC_ALL=C sort; }
kept() {
    rm -f new.db*
    muqabil export --db "$2.db" -f "$1" -o own --status all --all 2>/dev/null
    muqabil import --db new.db own >/dev/null
    each_row "$2.db" >before && each_row new.db >after
    [ -s before ] && cmp before after || { diff before after; return 1; }
}
for db in rich mined; do
    for format in tmx tbx tbx3 csv; do
        ok "$format keeps apart what is said of each rendering of the $db glossary" kept $format $db
    done
done

# ---- the same glossary, the same bytes
twice() { muqabil export --db rich.db -f "$1" -o one --all 2>/dev/null && muqabil export --db rich.db -f "$1" -o two --all 2>/dev/null && [ -s one ] && cmp one two; }
for format in tmx tbx tbx3 csv omegat utx jsonl hunspell html; do
    ok "$format of the same glossary has the same bytes" twice $format
done

# ---- a dry run tells what the import does
foretold() {
    cp rich.db real.db
    muqabil import --db real.db -n "$1" | sed 's/^dry run: //' >foretold
    muqabil import --db real.db "$1" >done
    diff foretold done
}
printf 'ar,fr,note,status,domain\nشبكة,réseau,autre,rejected,\nشبكة,filet,note,,\nمُنَظَّمَة,organisation,,accepted,\nجديد,nouveau,,,\nسياق,contexte,,,\n' >more.csv
ok 'a dry run into a glossary with pairs counts as the import does' foretold more.csv
finish
