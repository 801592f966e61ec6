# papers.sh - what the program writes about itself: the man page and the completions, all from the option tables.
# shellcheck shell=sh
. "$ROOT/tests/cli/tap"
for paper in man bash zsh fish; do muqabil --describe $paper >muqabil.$paper; done

no_warning() { groff -man -Tutf8 -ww "$1" 2>&1 >/dev/null | awk '{ print } END { exit NR > 0 }'; }
known() { command -v "$1" >/dev/null 2>&1; }

# Each long option that a command's --help tells stands in the man page under that command, and in each completion.
all_options() {
    muqabil --help | awk '/^  [a-z]/ { print $1 }' | while read -r command; do
        muqabil "$command" --help | sed -n 's/^  \(-.,\)\{0,1\} *--\([a-z-]*\).*/\2/p' | while read -r option; do
            roff=$(echo "$option" | sed 's/-/\\-/g')
            grep -qF -- "\\-\\-$roff\\fR" muqabil.man || echo "man: $command $option"
            awk -v c="    $command) options=" 'index($0, c) == 1' muqabil.bash | grep -q -- "--$option[ ']" || echo "bash: $command $option"
            grep -q -- "--$option[=}\\[]" muqabil.zsh || echo "zsh: $command $option"
            grep -q "from $command' -l $option " muqabil.fish || echo "fish: $command $option"
        done
    done | awk '{ print } END { exit NR > 0 }'
}

# What bash offers for the words given, the last of which is being typed.
offers() {
    bash -c '. ./muqabil.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _muqabil; echo "${COMPREPLY[*]}"' bash "$@"
}
completes() { want=$1 && shift && [ "$(offers "$@")" = "$want" ]; }

ok 'the man page tells every option of every command, and so do the completions' all_options
ok 'the man page is ASCII, so that every roff shows it' sh -c '! LC_ALL=C grep -n "[^ -~]" muqabil.man'
if known groff; then ok 'groff has nothing to complain of' no_warning muqabil.man; else skip 'groff has nothing to complain of' 'no groff'; fi
if known bash; then
    ok 'bash completes a command' completes show muqabil sho
    ok 'bash completes an option' completes '--status' muqabil list --st
    ok 'bash completes a choice' completes 'alpha' muqabil list --sort a
    ok 'bash leaves a file name to itself' completes '' muqabil list --db g
else
    skip 'bash completes' 'no bash'
fi
for shell in zsh fish; do
    if known $shell; then ok "$shell reads its completion" $shell -n muqabil.$shell; else skip "$shell reads its completion" "no $shell"; fi
done
ok 'another paper is wrong usage' exits 64 muqabil --describe poem
finish
