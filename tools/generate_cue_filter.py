#!/usr/bin/env python3
"""Write src/article/cue_filter_table.c from the two cue lists: which first three bytes any entry has.

  tools/generate_cue_filter.py > src/article/cue_filter_table.c

A Bloom filter of one hash (Bloom 1970), 16384 bits a list. Run it after a change to a list; the unit tests tell if it was forgotten.
"""
import re

BITS = 16384
LISTS = [('class_cue_filter', 'src/article/class_cue_list.h'), ('phrase_cue_filter', 'src/article/phrase_cue_list.h')]


def slot(a, b, c):
    """The same as filter_slot() in cue.c."""
    return (a * 4099 + b * 67 + c) % BITS


def entries(path):
    return [word.encode() for word in re.findall(r'^CUE\("([^"]+)"', open(path, encoding='utf-8').read(), re.M)]


def main():
    print('''/*
 * cue_filter_table.c
 *	  Made by tools/generate_cue_filter.py from class_cue_list.h and phrase_cue_list.h. Do not edit.
 */
#include "article/cue.h"
''')
    for name, path in LISTS:
        words = [0] * (BITS // 64)
        for entry in entries(path):
            for third in (entry[2:3] or bytes(range(256))):
                bit = slot(entry[0], entry[1], third)
                words[bit // 64] |= 1 << (bit % 64)
        print(f'const uint64_t {name}[CUE_FILTER_BITS / 64] = {{')
        for i in range(0, len(words), 4):
            print('\t' + ' '.join(f'UINT64_C(0x{w:016X}),' for w in words[i:i + 4]))
        print('};\n')


main()
