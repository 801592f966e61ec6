#!/usr/bin/env python3
"""wrong_forms.py [--seed N] [--draw N] COUNTS.tsv.gz < FORMS: surface forms of terms with one letter wrong, for measuring what the speller lets through.

Reads what arabic_forms.py writes and prints, for forms drawn at random, "wrong TAB right": the form with one letter of one of its words changed, put in,
taken out or swapped with the next. A wrong word that Hunspell knows, or that COUNTS (word TAB count, gzipped) has 20 times or more, is another word and is drawn
again. Needs the command hunspell with the dictionary ar. It shares no code with the program.
"""
import argparse
import gzip
import random
import subprocess
import sys

LETTERS = 'ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآؤئءةى'
LEAST_COUNT = 20


def one_edit(word, rng):
    i = rng.randrange(len(word))
    kind = rng.choice(['change', 'insert', 'delete', 'swap'])
    if kind == 'change':
        return word[:i] + rng.choice(LETTERS) + word[i + 1:]
    if kind == 'insert':
        return word[:i] + rng.choice(LETTERS) + word[i:]
    if kind == 'delete':
        return word[:i] + word[i + 1:]
    return word[:i] + word[i + 1:i + 2] + word[i:i + 1] + word[i + 2:]


def known(words):
    """The words that Hunspell knows."""
    run = subprocess.run(['hunspell', '-i', 'UTF-8', '-d', 'ar', '-G', '-l'], input='\n'.join(words) + '\n', capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def candidates(forms, rng, most):
    for _ in range(most):
        form = rng.choice(forms)
        words = form.split()
        at = rng.randrange(len(words))
        wrong = one_edit(words[at], rng)
        if len(words[at]) >= 4 and wrong != words[at]:
            yield wrong, ' '.join(words[:at] + [wrong] + words[at + 1:]), form


def main():
    p = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    p.add_argument('--seed', type=int, default=1)
    p.add_argument('--draw', type=int, default=500)
    p.add_argument('counts')
    a = p.parse_args()
    rng = random.Random(a.seed)
    counts = {}
    with gzip.open(a.counts, 'rt', encoding='utf8') as f:
        for line in f:
            word, n = line.split('\t')
            counts[word] = int(n)
    forms = [line.split('\t')[0] for line in sys.stdin]
    right = {w for f in forms for w in f.split()}
    drawn = list(candidates(forms, rng, 4 * a.draw))
    other = known(sorted({w for w, _, _ in drawn}))
    kept = [(form, of) for w, form, of in drawn if w not in other and w not in right and counts.get(w, 0) < LEAST_COUNT]
    for form, of in kept[:a.draw]:
        print(form, of, sep='\t')


if __name__ == '__main__':
    main()
