#!/usr/bin/env python3
"""arabic_forms.py [--seed N] [--each N] [--draw N] < TERMS: random legal forms of Arabic terms, for measuring look-up.

Reads one term a line; writes "form TAB term TAB how" lines, --each different ones per term (default 5), for --draw terms drawn at random (default: all).
The table below was written from a grammar (Ryding, A Reference Grammar of Modern Standard Arabic, 2005: chapters 5, 7, 8, 10, 12, 16, 18) for this script
alone: it shares no code and no data with the program. It only makes what is surely legal for a term whose words it knows by their endings, so it leaves
out broken plurals and the sound plurals of persons.
"""
import argparse
import random
import re
import sys

MARKS = re.compile('[\u064b-\u065f\u0670\u0640]')
WORD = re.compile('[\u0621-\u064a]+$')

# In front of a word without the article; in front of one with it, whose ال they hold (ل and ال are one).
BARE = ['و', 'ف', 'ب', 'ل', 'ك', 'وب', 'ول', 'وك', 'فب', 'فل']
ARTICLE = ['ال', 'وال', 'فال', 'بال', 'كال', 'لل', 'وبال', 'ولل', 'وكال', 'فبال', 'فلل']
GENITIVE = {'ب', 'ل', 'ك', 'وب', 'ول', 'وك', 'فب', 'فل', 'بال', 'كال', 'لل', 'وبال', 'ولل', 'وكال', 'فبال', 'فلل'}
PRONOUNS = ['ه', 'ها', 'هم', 'هما', 'هن', 'نا', 'كم', 'ك']
# Words that begin with these letters without having the article (form VIII of roots in ل).
NO_ARTICLE = re.compile('الت(هاب|زام|قاء|ماس|فاف|حاق|واء|صاق|باس|قاط|حام|ئام|فات|هام|جاء|ماع|عاب|حاف|ثام|ذاذ)')


def has_article(word):
    return word.startswith('ال') and not NO_ARTICLE.match(word)


def definite(word, front):
    """front, which ends with the article, and the word."""
    if front.endswith('لل') and word.startswith('ل'):
        return front[:-1] + word          # three lams are written as two
    return front + word


def is_relational(word):
    return len(word) > 4 and word.endswith('ي') and not word.endswith('اي')


def before_pronoun(word, genitive):
    """The stem a pronoun is glued to, or None where the spelling is not sure."""
    if word.endswith('ة'):
        return word[:-1] + 'ت'
    if word.endswith('ى'):
        return word[:-1] + 'ا'
    if word.endswith('اء'):
        return word[:-1] + ('ئ' if genitive else 'ؤ')
    if word[-1] in 'ءأؤئآا' or word.endswith(('ي', 'و')):
        return None
    return word


def dual(word, genitive):
    if word.endswith('ة'):
        stem = word[:-1] + 'ت'
    elif word.endswith('ى'):
        stem = word[:-1] + 'ي'
    elif word[-1] in 'ءأؤئآاو' or word.endswith(('اي', 'ات')):
        return None
    else:
        stem = word
    return stem + ('ين' if genitive else 'ان')


def feminine_plural(word):
    if word.endswith('اة') or not word.endswith('ة') or len(word) < 4:
        return None
    if word.endswith('أة'):
        return word[:-2] + 'آت'
    return word[:-1] + 'ات'


def bare_forms(word, front):
    """Forms of a word behind a front without the article: (form, how)."""
    genitive = front in GENITIVE
    out = [(front + word, front)] if front else []
    stem = before_pronoun(word, genitive)
    if stem and not is_relational(word):
        out += [(front + stem + s, front + '+' + s) for s in PRONOUNS]
    if dual(word, genitive):
        out.append((front + dual(word, genitive), front + '+dual'))
    plural = feminine_plural(word)
    if plural:
        out.append((front + plural, front + '+plural'))
        out += [(front + plural + s, front + '+plural+' + s) for s in PRONOUNS[:3]]
    if is_relational(word):
        out.append((front + word + 'ة', front + '+feminine'))
        out.append((front + word + ('ين' if genitive else 'ون'), front + '+masculine plural'))
    if not genitive and not word.endswith(('ة', 'ى', 'اء', 'ا')) and word[-1] not in 'أؤئء':
        out.append((front + word + 'ا', front + '+accusative'))
    return out


def definite_forms(word, front):
    genitive = front in GENITIVE
    made = [(word, ''), (dual(word, genitive), '+dual'), (feminine_plural(word), '+plural'), (word + 'ة' if is_relational(word) else None, '+feminine')]
    return [(definite(m, front), front + how) for m, how in made if m]


def one_word(word):
    return [f for front in [''] + BARE for f in bare_forms(word, front)] + [f for front in ARTICLE for f in definite_forms(word, front)]


def with_article(word):
    return word if has_article(word) else 'ال' + word


def prefixed(phrase):
    """A phrase as it is behind each front."""
    first, rest = phrase[0], phrase[1:]
    out = []
    for p in BARE:
        lam = {'ل': 'لل', 'ول': 'ولل', 'فل': 'فلل'}.get(p)
        head = definite(first[2:], lam) if has_article(first) and lam else p + first
        out.append((' '.join([head] + rest), p))
    return out


def adjective_forms(first, second):
    """Noun and adjective: definite together, dual together, a pronoun on the noun."""
    both = [with_article(first), with_article(second)]
    out = [(' '.join(both), 'definite')] + [(f, 'definite ' + h) for f, h in prefixed(both)]
    stem = before_pronoun(first, False)
    if stem:
        out += [(stem + s + ' ' + with_article(second), '+' + s) for s in PRONOUNS[:4]]
    plural = feminine_plural(first)
    if plural and second.endswith('ية'):
        out += [(plural + ' ' + second, 'plural'), (' '.join([with_article(plural), with_article(second)]), 'definite plural')]
    d1, d2 = dual(first, True), dual(second, True)
    if d1 and d2 and first.endswith('ة') == second.endswith('ة'):
        out += [(d1 + ' ' + d2, 'dual'), ('ب' + d1 + ' ' + d2, 'ب+dual')]
    return out


def genitive_forms(first, second):
    """Noun and definite genitive: a pronoun instead of the article, the noun as a dual or plural without its ن."""
    out = []
    stem = before_pronoun(second[2:], False)
    if stem and not is_relational(second):
        out += [(first + ' ' + stem + s, '+' + s) for s in PRONOUNS[:4]]
    d = dual(first, True)
    if d:
        out += [(d[:-1] + ' ' + second, 'dual'), ('ب' + d[:-1] + ' ' + second, 'ب+dual')]
    plural = feminine_plural(first)
    if plural:
        out += [(plural + ' ' + second, 'plural'), ('و' + plural + ' ' + second, 'و+plural')]
    return out


def phrase_forms(words):
    first, second = words[0], words[1]
    out = prefixed(words)
    if len(words) != 2 or not all(WORD.match(w) for w in words) or has_article(first) or len(first) < 3:
        return out
    if has_article(second):
        return out + (genitive_forms(first, second) if len(second) > 4 else [])
    if is_relational(second) or (second.endswith('ية') and len(second) > 5):
        return out + adjective_forms(first, second)
    return out


def forms(term):
    words = MARKS.sub('', term).split()
    if not words or not WORD.match(words[0]) or len(words[0]) < 3:
        return []
    if len(words) > 1:
        return phrase_forms(words)
    return prefixed(words) if has_article(words[0]) else one_word(words[0])


def main():
    p = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    p.add_argument('--seed', type=int, default=1)
    p.add_argument('--each', type=int, default=5)
    p.add_argument('--draw', type=int, default=0)
    a = p.parse_args()
    rng = random.Random(a.seed)
    terms = [t for t in (line.rstrip('\n') for line in sys.stdin) if t]
    rng.shuffle(terms)
    drawn = 0
    for term in terms:
        made = dict(reversed(sorted(set(forms(term)))))
        if len(made) < a.each:
            continue
        for form in rng.sample(sorted(made), a.each):
            print(form, term, made[form], sep='\t')
        drawn += 1
        if drawn == a.draw:
            break


if __name__ == '__main__':
    main()
