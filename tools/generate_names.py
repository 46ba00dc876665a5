#!/usr/bin/env python3
"""Writes src/html/name_gen.c from the lists of names: tag.c finds each name with one multiplication.

  tools/generate_names.py > src/html/name_gen.c

A name is hashed by the number made of its first eight bytes (src/base/swar.h) and by its length. The multiplier of a table is the
first one from a random generator with a fixed seed that maps no two names to the same slot.
"""
import os
import random
import re
import sys

from stamp import write_stamp

HTML = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'src', 'html')
MASK = (1 << 64) - 1

HEADER = '''/*
 * name_gen.c
 *	  Hash tables of the names of elements and attributes, and the words with which tag.c compares them.
 *
 * Made by tools/generate_names.py from tag_list.h, head_list.h and attr_list.h.  Do not edit.
 */
#include "html/name_internal.h"

#include "base/stamp.h"

/* clang-format off */
'''


def listed(file, macro):
    """The rows of a list: (identifier, name)."""
    with open(os.path.join(HTML, file), encoding='ascii') as source:
        rows = re.findall(rf'^{macro}\((\w+)(?:, "([^"]*)")?', source.read(), re.M)
    return [(identifier, name or identifier) for identifier, name in rows]


def word(name):
    return int.from_bytes(name.encode('ascii')[:8], 'little')


def slot(name, multiplier, bits):
    """Must agree with name_slot() in name_internal.h."""
    return ((word(name) + len(name)) * multiplier & MASK) >> (64 - bits)


def find_multiplier(names, bits):
    """A multiplier without collisions."""
    draw = random.Random(1)
    while True:
        multiplier = draw.getrandbits(64) | 1
        if len({slot(name, multiplier, bits) for name in names}) == len(names):
            return multiplier


def write_table(prefix, names, bits):
    """names: (C expression of its number, name)."""
    multiplier = find_multiplier([name for _, name in names], bits)
    print(f'\nconst uint64_t {prefix}_multiplier = UINT64_C(0x{multiplier:016X});')
    print(f'\nconst uint8_t {prefix}_slots[1 << {prefix.upper()}_SLOT_BITS] = {{')
    for at, number in sorted((slot(name, multiplier, bits), number) for number, name in names):
        print(f'\t[{at}] = {number},')
    print('};')
    print(f'\nconst uint64_t {prefix}_words[] = {{')
    for number, name in names:
        print(f'\t[{number}] = UINT64_C(0x{word(name):016X}), /* {name} */')
    print('};')


def main():
    tags = [(f'TAG_{identifier}', name) for identifier, name in listed('tag_list.h', 'TAG')]
    heads = [(f'HEAD_NUMBER(HEAD_{identifier})', name) for identifier, name in listed('head_list.h', 'HEAD')]
    attributes = [(f'ATTR_{identifier}', name) for identifier, name in listed('attr_list.h', 'ATTR')]
    sys.stdout.write(HEADER + '\n')
    write_stamp('html/tag_list.h', 'TAG', 'identifier, flags', [name for _, name in tags])
    write_stamp('html/head_list.h', 'HEAD', 'identifier', [name for _, name in heads])
    write_stamp('html/attr_list.h', 'ATTR', 'id, name', [name for _, name in attributes])
    write_table('tag', tags + heads, 10)
    write_table('attr', attributes, 8)


if __name__ == '__main__':
    main()
