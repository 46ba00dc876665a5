#!/usr/bin/env python3
"""Writes the hash tables of words: the index of each word in its sorted table.

  tools/generate_word_index.py dates > src/date/date_index_gen.c
  tools/generate_word_index.py bylines > src/article/author/byline_index_gen.c
  tools/generate_word_index.py numbers > src/french/number_index_gen.c
  tools/generate_word_index.py expressions > src/french/expression_index_gen.c
  tools/generate_word_index.py readings > src/french/reading_index_gen.c
  tools/generate_word_index.py abbreviations > src/french/abbreviation_index_gen.c

Open addressing with linear probing; a third of the slots are used, so that most other words meet an empty one.
Run this after a change to one of the lists; otherwise nothing compiles.
"""
import re
import sys

from stamp import write_stamp

NONE = 0xFFFF


def rows(path, pattern):
    return re.findall(pattern, open(path, encoding='utf-8').read(), re.M)


def slots_of(words, size):
    """Slots, by hash: the number of a word, counted from 1, and four bits of its hash; see base/fnv.h."""
    assert len(words) < 1 << 12
    slots = [0] * size
    for number, word in enumerate(words, 1):
        h = 2166136261
        for byte in word:
            h = (h ^ byte) * 16777619 & 0xFFFFFFFF
        at = (h ^ h >> 15) % size
        while slots[at]:
            at = (at + 1) % size
        slots[at] = h >> 28 << 12 | number
    return slots


def write_slots(slots):
    for i in range(0, len(slots), 16):
        print('\t' + ' '.join(f'{n},' for n in slots[i:i + 16]))
    print('};\n/* clang-format on */')


def write_dates():
    first = {}  # first word: [first entry in each list, classes]
    files = ['src/date/month_gen.h', 'src/date/date_word_list.h']
    lists = [rows(file, r'^DATE_WORD\("([^"]+)", (\w+), [^,]+, "([^"]*)"') for file in files]
    for i, words in enumerate(lists):
        for n, (text, kind, languages) in enumerate(words):
            row = first.setdefault(text.split(' ')[0].encode(), [NONE, NONE, []])
            row[i] = min(row[i], n)
            french = kind in ('MONTH', 'WEEKDAY') and ' ' not in text and 'fr' in languages.split()
            row[2] += [k for k in [kind] + ['FRENCH_NAME'] * french if k not in row[2]]
    print('''/*
 * date_index_gen.c
 *	  Hash table of the first words of all entries of the date lexicon; see date_internal.h.
 *
 * Made by tools/generate_word_index.py from month_gen.h and date_word_list.h.  Do not edit.
 */
#include "base/stamp.h"
#include "date/date_internal.h"
''')
    for file, words in zip(files, lists):
        write_stamp(file[len('src/'):], 'DATE_WORD', 'text, class, value, languages', [text for text, _, _ in words])
    print('''#define C(name) (UINT32_C(1) << DATE_WORD_##name)
#define NONE DATE_NO_ENTRY

/* clang-format off */
const DateFirstWord date_first_words[] = {''')
    for word in sorted(first):
        name, other, kinds = first[word]
        classes = ' | '.join(f'C({kind})' for kind in kinds)
        print('\t{%s, %s, %s},' % (*('NONE' if n == NONE else n for n in (name, other)), classes))
    print('};\n\nconst uint16_t date_slots[DATE_SLOTS] = {')
    write_slots(slots_of(sorted(first), 8192))


def write_list(name, header, columns, slots, folder):
    """The table of a sorted list of single words: NAME_WORD("word", …) in folder/name_word_list.h."""
    print(f'''/*
 * {name}_index_gen.c
 *	  Hash table of {name}_words; see {header.split('/')[-1]}.
 *
 * Made by tools/generate_word_index.py from {name}_word_list.h.  Do not edit.
 */
#include "{header}"
#include "base/stamp.h"
''')
    macro = name.upper() + '_WORD'
    words = rows(f'src/{folder}/{name}_word_list.h', macro.join(('^', r'\("([^"]+)"')))
    write_stamp(f'{folder}/{name}_word_list.h', macro, columns, words)
    print(f'''/* clang-format off */
const uint16_t {name}_slots[{name.upper()}_SLOTS] = {{''')
    write_slots(slots_of([word.encode() for word in words], slots))


def write_bylines():
    write_list('byline', 'article/author/byline_word.h', 'word, classes', 4096, 'article/author')


def write_numbers():
    write_list('number', 'french/number_internal.h', 'word, class, value, flags', 512, 'french')


def write_expressions():
    write_list('expression', 'french/expression_internal.h', 'word, class, value', 512, 'french')


def write_readings():
    write_list('reading', 'french/reading_word.h', 'word, class', 512, 'french')


def write_abbreviations():
    """Those that differ only in capitals have the same hash, that of the one in lowercase."""
    print('''/*
 * abbreviation_index_gen.c
 *	  Hash table of abbreviation_list.h, without regard to capitals of ASCII; see abbreviation_internal.h.
 *
 * Made by tools/generate_word_index.py from abbreviation_list.h.  Do not edit.
 */
#include "french/abbreviation_internal.h"
#include "base/stamp.h"
''')
    words = rows('src/french/abbreviation_list.h', r'^ABBREVIATION\("([^"]+)"')
    write_stamp('french/abbreviation_list.h', 'ABBREVIATION', 'written, words, place', words)
    print('''/* clang-format off */
const uint16_t abbreviation_slots[ABBREVIATION_SLOTS] = {''')
    write_slots(slots_of([word.encode().lower() for word in words], 1024))


{'dates': write_dates, 'bylines': write_bylines, 'numbers': write_numbers, 'expressions': write_expressions,
 'readings': write_readings, 'abbreviations': write_abbreviations}[sys.argv[1]]()
