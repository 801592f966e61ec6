# mine_kill.sh - a mine of 1,000 documents that is killed again and again, and then left alone, leaves the glossary that one undisturbed run leaves.
# shellcheck shell=sh
. "$ROOT/tests/cli/tap"
mkdir docs
awk 'length($0) > 200 { paragraph[n++] = $0 }
     END { for (d = 0; d < 1000; d++) { f = sprintf("docs/%04d.txt", d); for (k = 0; k < 12; k++) print d, paragraph[(d * 7 + k * 11) % n] > f; close(f) } }' \
    tests/data/press/*.txt

undisturbed() { muqabil mine -j1 --db whole.db docs && muqabil export --db whole.db -f jsonl -o whole.jsonl; }

# Kills one run after $1 seconds, wherever it is; the shell's own message about it is thrown away.
killed_after() {
    sh -c "muqabil mine --db cut.db docs & sleep $1; kill -9 \$! 2>/dev/null; wait" >/dev/null 2>&1
    [ ! -f cut.db ] || muqabil check-db --db cut.db >>check.log 2>&1 || echo "after $1 s" >>damage
}
killed_often() {
    for seconds in 0.02 0.05 0.1 0.15 0.2 0.3 0.4; do killed_after $seconds; done
    [ ! -f damage ]
}
finished() { muqabil mine --db cut.db docs && muqabil export --db cut.db -f jsonl -o cut.jsonl; }

interrupted() {
    sh -c 'muqabil mine --db int.db docs & sleep 0.15; kill -INT $!; wait $!' >/dev/null 2>&1
    muqabil check-db --db int.db && muqabil mine --db int.db docs && muqabil export --db int.db -f jsonl -o int.jsonl && cmp whole.jsonl int.jsonl
}

ok 'one undisturbed run' undisturbed
ok 'no kill damages the glossary' killed_often
ok 'the same command again finishes' finished
ok 'and leaves the same glossary' cmp whole.jsonl cut.jsonl
ok 'once more, nothing is new' sh -c 'muqabil mine --db cut.db docs | grep "1000 unchanged"'
ok 'an interrupted run is finished by the next one, too' interrupted
ok 'the number of threads changes nothing' sh -c 'muqabil mine --jsonl -j1 docs >1 && muqabil mine --jsonl -j2 docs >2 && muqabil mine --jsonl -j7 docs >7 && cmp 1 2 && cmp 1 7'
finish
