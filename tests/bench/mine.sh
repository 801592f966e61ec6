# Mining, against a search that looks at every Latin run of the same file, as mining must. Memory must not grow with the file.
if needs rg; then
    for name in wiki law; do
        text=$(corpus $name)
        seconds 3 rg -j1 --count-matches '[A-Za-z]+' "$text" && theirs=$took
        seconds 3 muqabil mine -j1 --jsonl "$text" && one=$took && row "mine -j1 --jsonl $name.txt / rg" "$one" "$theirs" 3
        seconds 3 muqabil mine -j2 --jsonl "$text" && row "mine -j2 / mine -j1, $name.txt" "$took" "$one" 0.56
    done
fi
