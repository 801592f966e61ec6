# together.sh - processes on one glossary: one mines, ten look up, one reviews, one accepts and rejects, one copies. Nobody is told that it is busy, and
# nothing is lost. TOGETHER=600 sh tests/cli/scratch build tests/cli/together.sh makes it ten minutes (default: 4 seconds).
# shellcheck shell=sh
. "$ROOT/tests/cli/tap"
seconds=${TOGETHER:-4}

# 60 documents to begin with, and more of them while it runs: the sample texts with different lines left out.
texts() {
    mkdir -p "$1"
    awk -v from="$2" -v to="$3" -v out="$1" '{ line[FILENAME, ++n[FILENAME]] = $0; if (n[FILENAME] == 1) names[++files] = FILENAME }
         END { for (d = from; d < to; d++) {
                   f = names[d % files + 1]; o = sprintf("%s/%06d.txt", out, d)
                   for (i = 1; i <= n[f]; i++) if ((i + d) % 5) print line[f, i] > o
                   print d > o; close(o) } }' tests/data/press/*.txt
}
running() { [ ! -e stop ]; }
texts texts 0 60
muqabil mine texts 2>/dev/null >mined
muqabil accept 1

# ---- the processes; each writes what it is told on standard error to a file of its own
mine() {
    at=60
    while running; do
        texts "more/$at" $at $((at + 20)) && muqabil mine -j 1 "more/$at" >>mined && at=$((at + 20)) || return
        echo $at >documents
    done
}
look_up() {
    while running; do
        printf '%s\n' 'السحابة السيادية' signature souverain 'وبالمركز' anrt 'clud suverain' | muqabil lookup --status all --json - >>"looked.$1" || return
        muqabil stats >/dev/null || return
    done
}
review() {
    while running; do # an acceptance, and one that is taken back
        printf 'aruq' | muqabil review --status candidate --sort count -n 200 >reviewed || return
        tail -n 1 reviewed >>decisions
    done
}
decide() {
    while running; do
        { muqabil reject 1 && muqabil accept 1 && muqabil edit 1 --note "$(date +%s)" && muqabil list -n 3 >/dev/null; } || return
    done
}
copy() {
    while running; do muqabil backup copy.db && muqabil check-db --db copy.db >>checked || return; done
}
start() { "$@" 2>"error.$*" || { running && echo "$* ended" >>"error.$*"; } & }

start mine
for i in 1 2 3 4 5 6 7 8 9 10; do start look_up $i; done
start review
start decide
start copy
sleep "$seconds"
: >stop
wait

no_errors() { ! cat error.* | grep .; }
all_mined() { [ "$(muqabil stats | awk '$1 == "documents" { print $2 }')" = "$(cat documents)" ]; }
# Each review accepts one and takes one back; pair 1 is accepted by `decide`.
all_decided() {
    want=$(($(grep -c '^1 accepted, 0 preferred, 0 rejected' decisions) + 1))
    got=$(muqabil stats | sed -n 's/.*status.*accepted \([0-9]*\).*/\1/p')
    [ "$got" = "$want" ] || { echo "$got accepted, not $want"; tail -n 3 decisions; return 1; }
}
all_answered() { ! cat looked.* | grep -v '^{"id":.*}$'; }

ok 'nobody was told anything' no_errors
ok 'every document that was mined is there' all_mined
ok 'every decision is there, and what was taken back is not' all_decided
ok 'every answer is whole' all_answered
ok 'every copy was sound' sh -c '! grep -vx "the glossary is sound" checked'
ok 'the glossary is sound' muqabil check-db
echo "# $(cat documents) documents, $(grep -c . decisions) reviews, $(grep -c . checked) copies, $(cat looked.* | grep -c .) answers"
finish
