# Look-up in a million pairs: arabterm's list, each entry alone and with adjectives behind it (million.awk). Percentiles are microseconds of the processor in one
# process; beside them what the same question costs who has only grep or LIKE '%…%'. The bars are those of the issue that asked for them.
# percentiles WHAT LINES P50 P99: our look-ups, and the bars they must not exceed.
percentiles() {
    measured=$(build/obj/release/tests/bench/lookups "$db" <"$2") || { over=1; return 1; }
    set -- "$1" "$3" "$4" $measured
    awk -v what="$1" -v p50="$7" -v p99="$8" -v bar50="$2" -v bar99="$3" -v asked="$4" 'BEGIN {
        over = p50 > bar50 || p99 > bar99
        printf "%-44s p50 %.3f ms (at most %s)  p99 %.3f ms (at most %s)  %d asked %s\n", what, p50 / 1000, bar50 / 1000, p99 / 1000, bar99 / 1000, asked, over ? "✗" : "✓"
        exit over
    }' || over=1
}

# number WHAT VALUE UNIT BAR up|down
number() {
    awk -v what="$1" -v value="$2" -v unit="$3" -v bar="$4" -v way="$5" 'BEGIN {
        over = way == "up" ? value < bar : value > bar
        printf "%-44s %.1f %s (at %s %s) %s\n", what, value, unit, way == "up" ? "least" : "most", bar, over ? "✗" : "✓"
        exit over
    }' || over=1
}

list=$MUQABIL_SHARED/lexical/arabterm_ar_en_fr.tsv.gz db=$work/million.db tsv=$work/million.tsv
if [ ! -f "$list" ]; then
    printf '%-44s skipped: no %s here\n' lookup "${list##*/}"
elif needs python3 sqlite3; then
    [ -s "$tsv" ] || gzip -dc "$list" | awk -v N=1000000 -f tests/bench/million.awk >"$tsv"
    rm -f "$db" "$db-wal" "$db-shm"
    seconds 1 muqabil import --db "$db" "$tsv" && number 'import of 1,000,000 pairs' "$(awk -v s="$took" 'BEGIN { print 1000000 / s }')" 'pairs/s' 50000 up
    number 'the glossary' "$(($(wc -c <"$db") / 1000000))" MB 600 down

    # Headwords without brackets and other signs, which an import takes for notes; what is drawn is the same in every run.
    awk -F '\t' 'NR % 499 == 2 && $0 ~ /^[^(),.:\/]+$/ { print $1 }' "$tsv" >"$work/exact.ar"
    awk -F '\t' 'NR % 499 == 2 && $0 ~ /^[^(),.:\/]+$/ { print $2 }' "$tsv" >"$work/exact.fr"
    python3 tests/forms/arabic_forms.py <"$work/exact.ar" >"$work/inflected.ar"
    python3 tests/forms/misspelt.py <"$work/exact.ar" >"$work/misspelt.ar"
    python3 tests/forms/misspelt.py <"$work/exact.fr" >"$work/misspelt.fr"
    percentiles 'exact, Arabic' "$work/exact.ar" 100 1000
    percentiles 'exact, French' "$work/exact.fr" 100 1000
    percentiles 'inflected, Arabic' "$work/inflected.ar" 100 1000
    percentiles 'misspelt, Arabic' "$work/misspelt.ar" 20000 20000
    percentiles 'misspelt, French' "$work/misspelt.fr" 20000 20000

    term=$(sed -n 1000p "$work/exact.ar")
    seconds 5 muqabil lookup --db "$db" "$term" && number 'a whole process' "$(awk -v s="$took" 'BEGIN { print s * 1000 }')" ms 30 down
    ours=$took
    seconds 3 sqlite3 "$db" "SELECT text FROM term WHERE text LIKE '%$term%'" && row "  / sqlite3 LIKE '%…%'" "$ours" "$took" 0.1
    seconds 3 grep -F "$term" "$tsv" && row '  / grep -F on the list' "$ours" "$took" 1
fi
