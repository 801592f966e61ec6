# typed.sh - what a person types at a terminal: the prompt of lookup, the keys of review. script(1) plays the terminal.
# shellcheck shell=sh
. "$ROOT/tests/cli/tap"

# Has OUT what $2 tells, at least $1 times? A busy machine may need a while.
shown() {
    tries=0
    while [ "$(grep -aoF -e "$2" out | wc -l)" -lt "$1" ]; do
        tries=$((tries + 1))
        [ $tries -lt 1200 ] || { echo "no '$2' in the output" >&2; return 1; }
        sleep 0.05
    done
}

# session COMMAND <ROWS: each row "TIMES TEXT|KEYS" sends its keys, as printf(1) writes them, once the output holds TEXT that often. "!" as the first key
# runs the rest as a command instead.
session() {
    : >out && rm -f after
    tr '|' '\t' | while IFS='	' read -r wait keys; do
        shown "${wait%% *}" "${wait#* }" || break
        # shellcheck disable=SC2059
        case $keys in '!'*) sh -c "${keys#!}" ;; *) printf "$keys" ;; esac
    done | timeout 180 script -qefc "$1" out >/dev/null
}
has() { grep -aqF -e "$1" out || { cat -v out; return 1; }; }
has_not() { ! grep -aqF -e "$1" out; }
status_of() { muqabil show "$1" | awk '$1 == "status" { print $2 }'; }

if ! script -qefc true out >/dev/null 2>&1; then
    skip 'the prompt and the keys' 'no script(1) that runs a command'
    finish
    exit
fi
printf '%s\n' ar,fr,status,score 'السحابة السيادية,cloud souverain,candidate,0.9' 'الأمن السيبراني,cybersécurité,candidate,0.8' \
    'الشبكة,réseau,candidate,0.7' 'الشبكات,réseaux,accepted,' >a.csv
muqabil import a.csv >/dev/null 2>&1
muqabil export -f jsonl -o before.jsonl --status all

# ---- the prompt
ask() { session 'muqabil lookup' <<'K'; }
1 > |الأمن الس\t\n
1 cybersécurité|abc\003
1 ^C|CYB\t\n
2 الأمن السيبراني|res\t\t
1   réseaux|\n
1 الشبكة|\033[A\033[A\n
3 الأمن السيبراني|zzzz\n
1 nothing found|\004
K
ok 'a prompt answers until Ctrl-D' ask
ok 'Tab completes an Arabic headword' has 'الأمن السيبراني'
ok 'Ctrl-C drops a line and nothing else' has_not "found for 'abc'"
ok 'a Latin headword is completed without its accents' has 'cybersécurité'
ok 'several offers are listed' has '  réseaux'
ok 'what is not found ends nothing' has "nothing found for 'zzzz'"
ok 'the lines are kept for the next time' grep -q 'zzzz' .local/state/muqabil/history
ok 'for nobody else to read' test "$(stat -c %a .local/state/muqabil/history)" = 600

again() { session 'muqabil lookup' <<'K'; }
1 > |\033[A\033[A\n
1 candidate|\004
K
ok 'an arrow brings them back' again

stopped() { session 'set -m; stty -a >before; muqabil lookup; stty -a >stopped; fg %1; stty -a >after' <<'K'; }
1 > |\032
2 > |anrt\n
1 nothing found|\004
K
ok 'Ctrl-Z stops it, and it goes on' stopped
ok 'the terminal is as it was, stopped and ended' sh -c 'cmp before stopped && cmp before after'

ended() { session "set -m; stty -a >before; sh -c 'echo \$\$ >pid; exec muqabil lookup'; stty -a >after" <<'K'; }
1 > |abc
1 abc|!kill -TERM $(cat pid)
K
ok 'SIGTERM ends it' ended
ok 'and gives the terminal back' cmp before after

# ---- review
decide() { session "stty cols 60 rows 24; stty -a >before; $1 muqabil review; stty -a >after"; }
back() { decide "" <<'K'; }
1 1 of 3|a
1 2 of 3|r
1 3 of 3|u
2 2 of 3|u
2 1 of 3|q
K
ok 'accept, reject, take back, take back' back
ok 'the terminal is as it was' cmp before after
muqabil export -f jsonl -o after.jsonl --status all
ok 'what was taken back leaves no trace' cmp before.jsonl after.jsonl
ok 'texts are isolated on a terminal' has "$(printf '\342\201\250')"
ok 'no line is wider than the terminal' sh -c '! sed "s/\x1b\[2J/\n/g; s/\x1b\[[0-9;]*[A-Za-z]//g; s/\r//g" out | grep -aE "^.{61}" | grep -av "^Script"'

arabic() { decide "" <<'K'; }
1 1 of 3|\330\264
1 2 of 3|\033[A
1 2 of 3|?
1 takes the last one back|\004
K
ok 'the keys of an Arabic keyboard do, arrows do nothing, Ctrl-D ends' arabic
ok 'a decision is kept' test "$(status_of 1)" = accepted

edit() { decide "" <<'K'; }
1 1 of 2|e
1 Arabic:|\n
1 Latin:| 2\n
1 note:|une note\n
1 cybersécurité 2|q
K
ok 'a text is there to be changed' edit
ok 'and is changed' sh -c 'muqabil show 2 | grep -q "cybersécurité 2"'
ok 'the note, too' sh -c 'muqabil show 2 | grep -q "une note"'

muqabil edit 2 --note "$(printf 'deux\nlignes \001')"
leave() { decide "" <<'K'; }
1 1 of 2|e
1 Arabic:|\n
1 Latin:|\n
1 deux lignes|\n
2 1 of 2|q
K
ok 'a note of several lines is one line to edit' leave
ok 'and as it was, when it is left alone' sh -c 'muqabil export -f jsonl --status all | grep -q "deux.nlignes"'

drop() { decide "" <<'K'; }
1 1 of 2|e
1 Arabic:|x\003
2 1 of 2|q
K
ok 'Ctrl-C leaves a text as it was' drop

interrupt() { decide "trap : INT;" <<'K'; }
1 1 of 2|\003
K
ok 'Ctrl-C ends it' interrupt
ok 'and the terminal is as it was' cmp before after

term() { decide "sh -c 'echo \$\$ >pid; exec muqabil review';" <<'K'; }
1 1 of 2|!kill -TERM $(cat pid)
2 1 of 2|q
K
ok 'so it is after SIGTERM' term
ok 'to the last setting' cmp before after
hang() { decide "set -m; sh -c 'echo \$\$ >pid; exec muqabil review';" <<'K'; }
1 1 of 2|!kill -HUP $(cat pid)
2 1 of 2|q
K
ok 'and after SIGHUP' hang
ok 'just so' cmp before after

# No screen has more rows than the terminal: what stands between two clearings.
screens_fit() {
    sed 's/\x1b\[2J/\n@\n/g' out | awk '$0 == "@" { if (n > most) most = n; n = 0; next } { n++ } END { if (most > 25 || most < 15) { print most; exit 1 } }'
}
full() { session 'stty cols 60 rows 24; muqabil review --db press.db --sort count -n 4' <<'K'; }
1 1 of 4|s
1 2 of 4|s
1 3 of 4|s
1 4 of 4|s
1 last one|q
K
muqabil mine --db press.db tests/data/press >/dev/null 2>&1
ok 'many sentences' full
ok 'are as many as fit' screens_fit

stop() { decide "set -m; muqabil review; stty -a >stopped; kill -CONT %1; fg %1;" <<'K'; }
1 1 of 2|\032
2 1 of 2|q
3 1 of 2|q
K
ok 'Ctrl-Z stops it, and it comes back with its screen' stop
ok 'the terminal is as it was meanwhile' sh -c 'grep -q " icanon" stopped && grep -q " echo " stopped'
finish
