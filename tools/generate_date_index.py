#!/usr/bin/env python3
"""Write src/french/date_index_table.c from the two lexicons of dates: where the entries of a first word stand.

  tools/generate_date_index.py > src/french/date_index_table.c

A hash table of the first words of all entries, closed (collisions go on to the next slot). Run it after a change to
date_word_list.h or month_table.c; the unit tests tell if it was forgotten.
"""
import re

SLOTS = 8192  # a power of two: a third of them is taken, so that most other words meet an empty one
NONE = 0xFFFF
LISTS = [('src/french/month_table.c', r'^\t\{"([^"]+)", (WORD_\w+)'),
         ('src/french/date_word_list.h', r'^DATE_WORD\("([^"]+)", (WORD_\w+)')]


def slot(word):
    """The same as word_slot() in date_word.c: FNV-1a of 32 bits."""
    h = 2166136261
    for byte in word:
        h = (h ^ byte) * 16777619 & 0xFFFFFFFF
    return (h ^ h >> 15) % SLOTS


def main():
    first = {}  # first word: [first entry in each list, classes]
    for i, (path, pattern) in enumerate(LISTS):
        for n, (text, kind) in enumerate(re.findall(pattern, open(path, encoding='utf-8').read(), re.M)):
            row = first.setdefault(text.split(' ')[0].encode(), [NONE, NONE, []])
            row[i] = min(row[i], n)
            if kind not in row[2]:
                row[2].append(kind)
    slots = [0] * SLOTS
    print('''/*
 * date_index_table.c
 *	  Where the entries of each first word stand in the lexicons of dates; see date_internal.h.
 *
 * Made by tools/generate_date_index.py from month_table.c and date_word_list.h.  Do not edit.
 */
#include "french/date_internal.h"

#define C(name) (UINT32_C(1) << WORD_##name)
#define NONE DATE_NO_ENTRY

/* clang-format off */
const DateFirstWord date_first_words[] = {''')
    for number, word in enumerate(sorted(first), 1):
        name, other, kinds = first[word]
        at = slot(word)
        while slots[at]:
            at = (at + 1) % SLOTS
        slots[at] = number
        classes = ' | '.join(f'C({kind[5:]})' for kind in kinds)
        print('\t{%s, %s, %s},' % (*('NONE' if n == NONE else n for n in (name, other)), classes))
    print('};\n\nconst uint16_t date_slots[DATE_SLOTS] = {')
    for i in range(0, SLOTS, 16):
        print('\t' + ' '.join(f'{n},' for n in slots[i:i + 16]))
    print('};\n/* clang-format on */')


main()
