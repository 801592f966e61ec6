# Checking, against hunspell -l on 5 MB of the same text (it only lists); starting; suggestions; answering an editor. Where a bar is a time, "theirs" is that time.
if needs hunspell; then
    text=$work/spell.txt
    [ -s "$text" ] || head -c 5000000 "$(corpus wiki)" | iconv -c -f UTF-8 -t UTF-8 >"$text"
    printf 'تعمل الوزارة على تطوير الخدمات العمومية في المغرب\n' >"$work/greeting.txt"
    cat tests/data/press/*.txt | head -n 60 >"$work/articles.txt"
    for f in "$MUQABIL_SHARED"/seeds/*.txt; do
        [ -f "$f" ] && cat "$MUQABIL_SHARED"/seeds/*.txt >"$work/articles.txt"
    done
    words=$(hunspell -i UTF-8 -d ar -l "$text" | sort -u | awk 'length($0) > 8 && NR % 97 == 0' | head -n 200)

    seconds 1 hunspell -i UTF-8 -d ar -l "$text" && theirs=$took
    seconds 3 muqabil spell -l -j2 --format jsonl "$text" && row 'spell -l -j2 wiki 5 MB / hunspell -l' "$took" "$theirs" 0.1
    seconds 3 muqabil spell -l -j1 --format jsonl "$text" && row 'spell -l -j1 wiki 5 MB / hunspell -l' "$took" "$theirs" 0.2
    seconds 1 muqabil spell -j2 --format jsonl "$text" && row 'spell -j2, with suggestions / hunspell -l' "$took" "$theirs" 0.5

    seconds 5 muqabil spell "$work/greeting.txt" && row 'spell, start to first answer / 100 ms' "$took" 0.1 1
    started=$took
    seconds 3 hunspell -i UTF-8 -d ar "$work/greeting.txt" && row 'spell, start to first answer / hunspell' "$started" "$took" 0.3

    # shellcheck disable=SC2086
    if mean=$(build/obj/release/tests/bench/suggest $words); then
        echo "$words" >"$work/words.txt"
        seconds 1 sh -c "hunspell -a -i UTF-8 -d ar <$work/words.txt" && theirs=$(echo "$took $words" | awk '{ if (NR == 1) t = $1; n++ } END { print t / n }')
        row 'suggestions, mean / 3 ms' "${mean% *}" 0.003 1
        row 'suggestions, mean / hunspell -a' "${mean% *}" "$theirs" 0.08
        row 'suggestions, 95 in 100 / 20 ms' "${mean#* }" 0.02 1
    fi
    seconds 3 sh -c "muqabil spell -a <$work/articles.txt" && row 'spell -a, three articles / 0.5 s' "$took" 0.5 1
    answered=$took
    seconds 1 sh -c "hunspell -a -i UTF-8 -d ar <$work/articles.txt" && row 'spell -a, three articles / hunspell -a' "$answered" "$took" 0.1
fi
