# forms.sh - the terms of a glossary are known in all their forms, and nothing beside them (scripts/spell-forms).
# shellcheck shell=sh
. "$ROOT/tests/cli/tap"
sentence='2,000 right forms of terms are right, nine in ten of 500 wrong ones are wrong'
sh "$ROOT/scripts/spell-forms" 1 "$(command -v muqabil)" "$HOME/forms" >forms.log 2>&1
code=$?
if grep -q skipped forms.log; then
    skip "$sentence" "$(cat forms.log)"
else
    ok "$sentence" sh -c "cat forms.log; exit $code"
fi
finish
