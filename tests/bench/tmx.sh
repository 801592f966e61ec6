# TMX of a million units: written and read (dry run, empty glossary) against what xmllint needs to stream through the same file. Then a whole term list
# of $MUQABIL_SHARED into an empty glossary. Memory must not grow with either.
million() {
    [ -s "$work/million.db" ] && return
    awk 'BEGIN { for (i = 0; i < 1000000; i++) printf "{\"ar\":\"مصطلح %d من المجال %d\",\"la\":\"terme %d du domaine %d\",\"lang\":\"fr\",\"status\":\"accepted\"}\n", i, i % 971, i, i % 971 }' \
        >"$work/million.jsonl"
    muqabil import --db "$work/million.new" "$work/million.jsonl" >/dev/null && mv "$work/million.new" "$work/million.db"
    rm -f "$work/million.jsonl"
}
# within WHAT MIB: a row of memory alone.
within() {
    awk -v what="$1" -v memory="$memory" -v bound="$2" 'BEGIN {
        printf "%-44s %8d MiB  (at most %d) %s\n", what, memory / 1024, bound, (memory / 1024 > bound) ? "✗" : "✓"
        exit (memory / 1024 > bound)
    }' || over=1
}
if needs xmllint && million; then
    muqabil export --db "$work/million.db" -o "$work/million.tmx"
    seconds 3 xmllint --stream --noout "$work/million.tmx" && theirs=$took
    seconds 3 muqabil export --db "$work/million.db" -f tmx && row 'export -f tmx, 1,000,000 units / xmllint' "$took" "$theirs" 1.5 && within '  memory' 64
    seconds 3 muqabil import -n --db "$work/none.db" "$work/million.tmx" && row 'import -n of the same / xmllint' "$took" "$theirs" 3 && within '  memory' 64
fi
list=$MUQABIL_SHARED/lexical/arabterm_ar_en_fr.tsv.gz
if [ -r "$list" ]; then
    import_list() { rm -f "$work/list.db"*; }
    import_list
    seconds 1 muqabil import --db "$work/list.db" "$list" && row 'import of 149,000 entries, seconds' "$took" 1 10 && within '  memory' 128
    import_list
else
    printf '%-44s skipped: no lexical/ in MUQABIL_SHARED\n' "$bench"
fi
