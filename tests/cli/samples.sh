# samples.sh - tmx/sample.*: the exports of a small glossary mined from the sample texts and edited by hand, sample.jsonl. They are what the program writes,
# to the byte, and valid. UPDATE=1 writes them anew; read the diff before you commit it.
. "$ROOT/tests/cli/tap"
tmx=$ROOT/tmx

ok 'sample.jsonl comes in without a loss' sh -c "muqabil import '$tmx/sample.jsonl' >ledger && ! grep -E 'skipped  |left out' ledger"

# FILE OPTION…
same() {
    file=$1 && shift
    muqabil export -o "$file" "$@" 2>/dev/null
    [ -z "${UPDATE:-}" ] || cp "$file" "$tmx/$file"
    cmp "$file" "$tmx/$file" || { diff "$file" "$tmx/$file" | head -n 20; return 1; }
}
ok 'sample.jsonl is its own export' same sample.jsonl --status all
ok 'sample.tmx' same sample.tmx --contexts --stylesheet tmx.css
ok 'sample.tbx' same sample.tbx --all --contexts
ok 'sample-v3.tbx' same sample-v3.tbx -f tbx3 --all --contexts
ok 'sample.csv' same sample.csv --all
ok 'sample.txt, an OmegaT glossary' same sample.txt -f omegat --all
ok 'sample.utx' same sample.utx --all
ok 'sample.html' same sample.html

ok 'our own judge finds nothing wrong' muqabil validate "$tmx"/sample.tmx "$tmx"/sample*.tbx "$tmx"/sample.csv "$tmx"/sample.txt "$tmx"/sample.utx "$tmx"/sample.jsonl
valid() { xmllint --noout --nonet --relaxng "$tmx/$1" "$tmx/$2"; }
if command -v xmllint >/dev/null 2>&1; then
    ok 'sample.tmx is TMX 1.4b' valid tmx14.rng sample.tmx
    ok 'sample.tmx is as strict as we promise' valid tmx14-muqabil.rng sample.tmx
    ok 'sample.tbx is TBX-Basic' valid tbx2-basic.rng sample.tbx
    ok 'sample-v3.tbx is TBX-Basic in DCA style' valid tbx3-basic.rng sample-v3.tbx
else
    skip 'the samples are valid by the schemas' 'no xmllint'
fi
finish
