# killed.sh - kill -9 in the middle of a mine of 1,000 documents, then the same command again: the same glossary as one undisturbed run, to the last
# byte of its export. Then what mining again, and a person's decisions, must leave as it is.
# shellcheck shell=sh
. "$ROOT/tests/cli/tap"

# 1,000 documents: the sample texts with different lines left out, so that they share pairs and differ in counts.
mkdir texts
awk '{ line[FILENAME, ++n[FILENAME]] = $0; if (n[FILENAME] == 1) names[++files] = FILENAME }
     END { for (d = 1; d <= 1000; d++) {
               f = names[d % files + 1]; out = sprintf("texts/%04d.txt", d)
               for (i = 1; i <= n[f]; i++) if ((i + d) % 5) print line[f, i] > out
               print d > out; close(out) } }' tests/data/press/*.txt

# Starts the miner and kills it after some hundredths of a second, longer each time, until one comes to its end.
kill_and_mine() {
    kills=0
    for wait in 0.02 0.05 0.1 0.2 0.4 0.8; do
        muqabil mine --db killed.db -j 2 texts 2>/dev/null &
        sleep $wait
        if kill -9 $! 2>/dev/null; then kills=$((kills + 1)); fi
        wait $! 2>/dev/null
    done
    muqabil mine --db killed.db -j 1 texts && [ $kills -gt 0 ]
}
export_of() { muqabil export --db "$1" -f jsonl -o "$2" --status all; }
same() { export_of "$1" got.jsonl && cmp got.jsonl "$2"; }
best() { muqabil list --db "$1" -n 1 --json | sed 's/{"id":\([0-9]*\),.*/\1/'; }
status_of() { muqabil show --db "$1" "$2" | awk '$1 == "status" { print $2 }'; }

ok 'an undisturbed run' muqabil mine --db whole.db -j 2 texts
ok 'its export' export_of whole.db whole.jsonl
ok 'killed again and again, then the same command' kill_and_mine
ok 'the same glossary as the undisturbed one' same killed.db whole.jsonl
ok 'and a sound one' muqabil check-db --db killed.db
ok 'mining again' muqabil mine --db killed.db texts
ok 'adds nothing' same killed.db whole.jsonl

id=$(best killed.db)
ok 'the best pair is rejected' muqabil reject --db killed.db "$id"
for text in texts/0*.txt; do echo 'سطر جديد' >>"$text"; done
ok 'changed documents are mined again' muqabil mine --db killed.db texts
ok 'the rejected pair stays rejected' test "$(status_of killed.db "$id")" = rejected
ok 'and is not listed' sh -c "! muqabil list --db killed.db --json | grep -q '\"id\":$id,'"
ok 'the glossary is sound' muqabil check-db --db killed.db
finish
