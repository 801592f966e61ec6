# Is the right entry found? Headwords of arabterm drawn by a fixed seed: in five random legal forms each, made by a generator that shares nothing with the
# program; with one random slip of spelling; French without accents and with a slip. The bars are those of the issue that asked for them.
# recall WHAT LINES LEAST_AT_1 LEAST_IN_5
recall() {
    measured=$(MISSES="$2.missed" build/obj/release/tests/bench/lookups "$db" <"$2") || { over=1; return 1; }
    echo "$measured" | awk -v what="$1" -v first="$3" -v five="$4" '{
        over = $2 < first * $1 || $3 < five * $1
        printf "%-44s rank 1 %.4f (at least %s)  first five %.4f (at least %s)  %d asked %s\n", what, $2 / $1, first, $3 / $1, five, $1, over ? "✗" : "✓"
        exit over
    }' || over=1
}

list=$MUQABIL_SHARED/lexical/arabterm_ar_en_fr.tsv.gz db=$work/arabterm.db
if [ ! -f "$list" ]; then
    printf '%-44s skipped: no %s here\n' recall "${list##*/}"
elif needs python3 sqlite3; then
    [ -s "$db" ] || muqabil import --db "$db" "$list" >"$work/arabterm.log" 2>&1 || rm -f "$db"
    sqlite3 "$db" 'SELECT text FROM term WHERE lang = 1 ORDER BY key' >"$work/heads.ar"
    sqlite3 "$db" 'SELECT text FROM term WHERE lang = 2 ORDER BY key' >"$work/heads.fr"
    python3 tests/forms/arabic_forms.py --seed 5 --draw 1000 <"$work/heads.ar" >"$work/recall.forms"
    python3 tests/forms/misspelt.py --seed 5 --draw 1000 <"$work/heads.ar" >"$work/recall.slips"
    python3 tests/forms/misspelt.py --seed 5 --draw 1000 --accents <"$work/heads.fr" >"$work/recall.accents"
    python3 tests/forms/misspelt.py --seed 5 --draw 1000 <"$work/heads.fr" >"$work/recall.slips.fr"
    recall 'Arabic, five legal forms of each' "$work/recall.forms" 0.97 0.995
    recall 'Arabic, one slip' "$work/recall.slips" 0 0.95
    recall 'French without accents' "$work/recall.accents" 0 0.95
    recall 'French, one slip' "$work/recall.slips.fr" 0 0.95
fi
