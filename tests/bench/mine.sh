# Mining, against a search that looks at every Latin run of the same file, as mining must. Two threads take at most 1 / 1.8 of the time of one; what two
# processes of one thread each take, which share nothing, tells how much of that the machine itself allows. Memory must not grow with the text.
if needs rg; then
    for name in wiki law; do
        text=$(corpus $name)
        seconds 5 rg -j1 --count-matches '[A-Za-z]+' "$text" && theirs=$took
        seconds 5 muqabil mine -j1 --jsonl "$text" && one=$took && row "mine -j1 --jsonl $name.txt / rg" "$one" "$theirs" 3
        seconds 5 muqabil mine -j2 --jsonl "$text" && row "mine -j2 / mine -j1, $name.txt" "$took" "$one" 0.56
        seconds 5 sh -c 'muqabil mine -j1 --jsonl "$0" & muqabil mine -j1 --jsonl "$0" >/dev/null && wait' "$text" &&
            row "  two mine -j1 at once / one after the other" "$took" "$(awk "BEGIN { print 2 * $one }")" none
    done
fi
text=$(corpus wiki)
seconds 1 sh -c 'muqabil mine -j1 --jsonl - <"$0"' "$text" && once=$memory
seconds 1 sh -c 'for i in 1 2 3 4 5 6 7 8 9 10; do cat "$0"; done | muqabil mine -j1 --jsonl -' "$text" &&
    row 'memory: mine ten times wiki.txt / once' "$memory" "$once" 1.05 KiB
