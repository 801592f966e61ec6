# ispell.sh - the ispell pipe beside that of hunspell, which is the reference for the protocol: as many answers, the same places for the words both do not know.
# shellcheck shell=sh
. "$ROOT/tests/cli/tap"
if ! command -v hunspell >/dev/null 2>&1; then
    skip 'the pipe answers as hunspell does' 'no hunspell here (scripts/setup --test)'
    finish
    exit
fi
{ cat tests/data/drafts/*.txt && printf 'كلمتتن و(كلمتتن)، كلمتتن\n\n   \n123 ، .\n'; } >lines
sed 's/^/^/' lines >quoted
both() { hunspell -a -i UTF-8 -d ar <"$1" >theirs && muqabil spell -a <"$1" >ours; }

# Line "N WORD OFFSET" for each word told in the N-th answer. Hunspell has no Latin words here, so they are left out.
told() { awk '/^$/ { n++ } /^[&#] / { if ($2 !~ /[A-Za-z]/) { sub(/:.*/, ""); print n + 0, $2, $NF } }' "$1" | sort; }
answers() { grep -c '^$' "$1"; }
same_answers() { both "$1" && [ "$(answers theirs)" -eq "$(answers ours)" ]; }
# A word at another place is one that only one side has in that line with that offset, although the other has the word there, too.
same_places() {
    both "$1" && told theirs >a && told ours >b && comm -12 a b | grep -q . &&
        awk 'NR == FNR { at[$1 " " $2] = at[$1 " " $2] " " $3; next } ($1 " " $2) in at && index(at[$1 " " $2] " ", " " $3 " ") == 0 { print; bad = 1 } END { exit bad }' a b
}
ok 'as many answers as hunspell gives' same_answers lines
ok 'and with ^ in front' same_answers quoted
ok 'unknown words stand where hunspell has them' same_places lines
ok 'and with ^ in front' same_places quoted

# Commands: neither answers them, both go on.
printf '!\n^كلمتتن نص\n%%\n^نص\n@كلمتتن\n^كلمتتن\n*دبروكا\n#\n^دبروكا\n+\n-\n^نص\n' >commands
same_commands() { both commands && sed 1d theirs | sed 's/^\([&#]\) .*/\1/' >a && sed 1d ours | sed 's/^\([&#]\) .*/\1/' >b && diff a b; }
ok 'commands are answered as hunspell answers them' same_commands
ok 'a word that was learned is in the list of the person' grep -q دبروكا "$HOME/.config/muqabil/words"
finish
