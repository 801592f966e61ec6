# Finding the terms of a glossary, against greps that list the plain strings of its Arabic side; the time to load the glossary is taken off ours, not theirs.
if needs rg; then
    text=$(corpus law) glossary=$work/scan.db
    terms=$MUQABIL_SHARED/lexical/arabterm_ar_en_fr.tsv.gz
    if [ -f "$terms" ]; then
        gzip -dc "$terms" | awk -F '\t' '$1 != "" && $3 != ""' >"$work/scan.tsv"
    else
        awk -F '\t' '!/^#/ && $4 != "" { split($4, fr, "|"); print $1 "\t\t" fr[1] }' dict/lexicon.tsv >"$work/scan.tsv"
    fi
    cut -f 1 "$work/scan.tsv" >"$work/scan.words"
    if [ ! -s "$glossary" ]; then
        awk -F '\t' '{ gsub(/"/, "\"\""); print "\"" $1 "\",\"" $3 "\"" }' "$work/scan.tsv" | sed '1i ar,fr' >"$work/scan.csv"
        muqabil import --db "$glossary" -f csv "$work/scan.csv" >"$work/scan.log" || over=1
    fi
    printf 'x\n' >"$work/scan.empty"
    seconds 3 muqabil scan --db "$glossary" --json "$work/scan.empty" && load=$took
    seconds 3 muqabil scan --db "$glossary" --json "$text" && ours=$(awk -v all="$took" -v load="$load" 'BEGIN { print all - load }')
    seconds 3 rg -j1 -oFf "$work/scan.words" "$text" && row "scan law.txt, $(wc -l <"$work/scan.words") terms / rg -oF" "$ours" "$took" 1
    awk -v bytes="$(wc -c <"$text")" -v s="$ours" -v load="$load" 'BEGIN { printf "%-44s %8.1f MB/s (loading %.2f s)\n", "scan law.txt", bytes / 1e6 / s, load }'
fi
