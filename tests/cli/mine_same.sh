# mine_same.sh - what must not change what is found: the number of threads, an interruption, how the texts are packed. (Kills: killed.sh.)
# shellcheck shell=sh
. "$ROOT/tests/cli/tap"
mkdir docs
awk 'length($0) > 200 { paragraph[n++] = $0 }
     END { for (d = 0; d < 1000; d++) { f = sprintf("docs/%04d.txt", d); for (k = 0; k < 12; k++) print d, paragraph[(d * 7 + k * 11) % n] > f; close(f) } }' \
    tests/data/press/*.txt

undisturbed() { muqabil mine -j1 --db whole.db docs && muqabil export --db whole.db -f jsonl -o whole.jsonl; }
interrupted() {
    sh -c 'muqabil mine --db int.db docs & sleep 0.15; kill -INT $!; wait $!' >/dev/null 2>&1
    muqabil mine --db int.db docs && muqabil export --db int.db -f jsonl -o int.jsonl && cmp whole.jsonl int.jsonl
}
found_in() { muqabil mine --jsonl "$@" | sed 's/^{"doc":"[^"]*"/{/'; }
in_a_glossary() { muqabil mine -j3 --db three.db docs && muqabil export --db three.db -f jsonl -o three.jsonl && cmp whole.jsonl three.jsonl; }
mixed() {
    mkdir mixed && cp docs/000* docs/001* mixed && cat docs/* >mixed/0005large.txt && : >mixed/0007empty.txt &&
        for j in 1 2 7; do muqabil mine --jsonl -j$j mixed >mixed$j || return 1; done && cmp mixed1 mixed2 && cmp mixed1 mixed7
}
gzipped() { gzip -k docs/0001.txt && found_in docs/0001.txt >plain && found_in docs/0001.txt.gz >packed && cmp plain packed; }
# A text of several parts, broken into lines as a page would, and the same as a line of JSON, which is one part. What stands far apart is looked for in a part.
near() { found_in "$@" | grep -v '"pattern":"distant"'; }
broken() {
    cat docs/0[0-6]*.txt | fold -s -w 120 >lines.txt
    awk 'BEGIN { printf "{\"id\":\"x\",\"text\":\"" } { gsub(/\\/, "\\\\"); gsub(/"/, "\\\""); printf "%s\\n", $0 } END { print "\"}" }' lines.txt >lines.jsonl
    near lines.txt >parts && near --from jsonl lines.jsonl >whole && test "$(wc -c <lines.txt)" -gt 3000000 && cmp parts whole
}

ok 'one undisturbed run' undisturbed
ok 'an interrupted run is finished by the next one' interrupted
ok 'the number of threads changes nothing' sh -c 'for j in 1 2 7; do muqabil mine --jsonl -j$j docs >j$j || exit 1; done; cmp j1 j2 && cmp j1 j7'
ok 'nor does it in a glossary' in_a_glossary
ok 'nor with large and small documents side by side' mixed
ok 'gzip changes nothing' gzipped
ok 'where a text of broken lines is cut into parts changes nothing' broken
finish
