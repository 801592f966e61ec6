#!/usr/bin/env python3
"""misspelt.py [--seed N] [--draw N] [--accents] < TERMS: terms as people mistype them, for measuring look-up.

Reads one Arabic or French term a line; writes "misspelt TAB term TAB how" lines, one error each, for --draw terms drawn at random (default: all).
Arabic: the seat of a hamza, ة or ه, ى or ي, ض or ظ, د or ذ, dots forgotten or too many, or one letter too many, missing, wrong or exchanged with its
neighbour. French: with --accents all accents are left out, else one letter is too many, missing, wrong, exchanged or doubled. Each kind that is possible
is as likely as the others. The kinds are those of the issue that asked for the measure, not those that the program knows.
"""
import argparse
import random
import sys
import unicodedata

HAMZA = 'اأإآ', 'وؤ', 'يئ', 'ءأؤئ'
DOTS = 'بتثني', 'جحخ', 'دذ', 'رز', 'سش', 'صض', 'طظ', 'عغ', 'فق'
ARABIC = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'
LATIN = 'abcdefghijklmnopqrstuvwxyz'


def exchanges(word, groups):
    """All words with one letter replaced by another one of its group."""
    return [word[:i] + o + word[i + 1:] for i, c in enumerate(word) for g in groups if c in g for o in g if o != c]


def at_end(word, a, b):
    out = []
    for i, c in enumerate(word):
        if c in (a, b) and (i + 1 == len(word) or word[i + 1] == ' '):
            out.append(word[:i] + (b if c == a else a) + word[i + 1:])
    return out


def letters(word):
    return [i for i, c in enumerate(word) if c.isalpha()]


def missing(word, rng):
    return [word[:i] + word[i + 1:] for i in letters(word)] if len(word) > 3 else []


def extra(word, rng, alphabet):
    return [word[:i] + rng.choice(alphabet) + word[i:] for i in letters(word)]


def wrong(word, rng, alphabet):
    return [word[:i] + rng.choice(alphabet) + word[i + 1:] for i in letters(word)]


def swapped(word):
    return [word[:i] + word[i + 1] + word[i] + word[i + 2:] for i in letters(word) if i + 1 < len(word) and word[i + 1].isalpha()]


def doubled(word):
    return [word[:i] + word[i] + word[i:] for i in letters(word)] + [word[:i] + word[i + 1:] for i in letters(word) if i and word[i - 1] == word[i]]


def arabic(word, rng):
    return {'hamza': exchanges(word, HAMZA), 'ة/ه': at_end(word, 'ة', 'ه'), 'ى/ي': at_end(word, 'ى', 'ي'), 'ض/ظ': exchanges(word, ['ضظ']),
            'د/ذ': exchanges(word, ['دذ']), 'dots': exchanges(word, DOTS), 'missing': missing(word, rng), 'extra': extra(word, rng, ARABIC),
            'wrong': wrong(word, rng, ARABIC), 'swapped': swapped(word)}


def french(word, rng):
    return {'missing': missing(word, rng), 'extra': extra(word, rng, LATIN), 'wrong': wrong(word, rng, LATIN), 'swapped': swapped(word),
            'doubled': doubled(word)}


def bare(word):
    return ''.join(c for c in unicodedata.normalize('NFD', word) if not unicodedata.combining(c))


def one(term, rng, accents):
    if accents:
        made = {'accents': [bare(term)]}
    else:
        made = arabic(term, rng) if any('\u0621' <= c <= '\u064a' for c in term) else french(term, rng)
    made = {how: [w for w in words if w != term] for how, words in made.items()}
    made = {how: words for how, words in made.items() if words}
    if not made:
        return None
    how = rng.choice(sorted(made))
    return rng.choice(made[how]), how


def main():
    p = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    p.add_argument('--seed', type=int, default=1)
    p.add_argument('--draw', type=int, default=0)
    p.add_argument('--accents', action='store_true')
    a = p.parse_args()
    rng = random.Random(a.seed)
    terms = [t for t in (line.rstrip('\n') for line in sys.stdin) if len(t) > 2]
    rng.shuffle(terms)
    drawn = 0
    for term in terms:
        made = one(term, rng, a.accents)
        if not made:
            continue
        print(made[0], term, made[1], sep='\t')
        drawn += 1
        if drawn == a.draw:
            break


if __name__ == '__main__':
    main()
