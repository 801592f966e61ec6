# killed_import.sh - kill -9 in the middle of an import: the glossary is as it was or holds the whole file, nothing between; and the import can be done again.
. "$ROOT/tests/cli/tap"

awk 'BEGIN { print "ar,fr,note"; for (i = 0; i < 12000; i++) printf "كلمة%d رقم%d,mot %d; terme %d,note %d\n", i, i % 97, i, i, i }' >many.csv
printf 'ar,fr,note\nشبكة,réseau,note\n' >good.csv
state() { muqabil export --db "$1" -f jsonl --status all; }
muqabil import --db whole.db good.csv >/dev/null && cp whole.db killed.db
state killed.db >before
muqabil import --db whole.db many.csv >/dev/null
state whole.db >after

is_old_or_new() { state killed.db >now && { cmp -s now before || cmp -s now after; }; }
# Kills an import after a while; true when it was still at work, and the glossary is old or new.
kill_import() {
    muqabil import --db killed.db many.csv >/dev/null 2>&1 &
    sleep "$1"
    if kill -9 $! 2>/dev/null; then kills=$((kills + 1)); fi
    wait $! 2>/dev/null
    is_old_or_new
}
kills=0
for wait in 0.02 0.05 0.1 0.2 0.4 0.8; do
    ok "killed after $wait s: the old state or the new one" kill_import $wait
done
ok 'some of them were killed in the middle' test $kills -gt 0
ok 'the same import then comes to its end' muqabil import --db killed.db many.csv
ok 'the same glossary as without a kill' sh -c 'muqabil export --db killed.db -f jsonl --status all | cmp - after'
ok 'and a sound one' muqabil check-db --db killed.db
finish
