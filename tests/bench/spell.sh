# Checking, against hunspell -l on 5 MB of the same text (it only lists); starting; answering an editor.
if needs hunspell; then
    text=$work/spell.txt
    [ -s "$text" ] || head -c 5000000 "$(corpus wiki)" | iconv -c -f UTF-8 -t UTF-8 >"$text"
    printf 'السلام عليكم\n' >"$work/greeting.txt"
    seconds 1 hunspell -i UTF-8 -d ar -l "$text" && theirs=$took
    seconds 3 muqabil spell -l -j2 --format jsonl "$text" && row 'spell -l -j2 wiki 5 MB / hunspell -l' "$took" "$theirs" 0.1
    seconds 3 muqabil spell -l -j1 --format jsonl "$text" && row 'spell -l -j1 wiki 5 MB / hunspell -l' "$took" "$theirs" 0.2
    seconds 1 muqabil spell -j2 --format jsonl "$text" && row 'spell -j2, with suggestions / hunspell -l' "$took" "$theirs" 0.5
    seconds 3 hunspell -i UTF-8 -d ar -l "$work/greeting.txt" && theirs=$took
    seconds 3 muqabil spell "$work/greeting.txt" && row 'spell, start to first answer / hunspell' "$took" "$theirs" 0.3
fi
