#!/usr/bin/env python3
"""Writes src/article/cue/cue_trie_gen.c from the two cue lists: one lookup per byte finds the entries that a text begins with.

  tools/generate_cue_trie.py > src/article/cue/cue_trie_gen.c

Each trie is one array (Aoe 1989): the child of a state for a byte is the cell at the state's base plus that byte, if the cell
holds that byte. No two states share a base, so the byte alone identifies the parent. Phrases, which can be anywhere in a text,
also have a filter over their first three bytes (Bloom 1970). Run this after a change to a list; otherwise nothing compiles.
"""
import re

from stamp import write_stamp

LISTS = [('class_cue', 'CLASS', 'src/article/cue/class_cue_list.h'), ('phrase_cue', 'PHRASE', 'src/article/cue/phrase_cue_list.h')]
FILTER_BITS = 16384
NO_BYTE = 0xFF   # of a free cell: no UTF-8 text contains it


def entries(path):
    text = open(path, encoding='utf-8').read()
    return {word.encode(): tuple(re.findall(r'BIT\((\w+)\)', bits)) for word, bits in re.findall(r'^CUE\("([^"]+)", (.+)\)$', text, re.M)}


class State:
    def __init__(self):
        self.children, self.categories, self.base = {}, (), None


def trie(words):
    root = State()
    for word, categories in words.items():
        at = root
        for byte in word:
            at = at.children.setdefault(byte, State())
        at.categories = categories
    return root


def place(root):
    """Cells for all states, those with the most children first; childless ones share a base that no other state has."""
    inner, queue = [], [root]
    while queue:
        state = queue.pop()
        queue += state.children.values()
        if state.children:
            inner.append(state)
    cells, bases = {}, set()
    for state in sorted(inner, key=lambda s: -len(s.children)):
        base = 0
        while base in bases or any(base + byte in cells for byte in state.children):
            base += 1
        state.base = base
        bases.add(base)
        cells.update({base + byte: (child, byte) for byte, child in state.children.items()})
    dead = min(set(range(len(bases) + 1)) - bases)
    return cells, dead, max(bases | {dead}) + 256


def table(name, prefix, words):
    root = trie(words)
    cells, dead, size = place(root)
    outputs = [()] + sorted(set(words.values()))
    assert len(outputs) < 256 and size < 65536
    print(f'static const uint32_t {name}_categories[] = {{')
    for categories in outputs:
        print('\t' + (' | '.join(f'{prefix}_CUE_BIT({c})' for c in categories) or '0') + ',')
    print(f'}};\n\nstatic const CueCell {name}_cells[] = {{')
    rows = []
    for i in range(size):
        child, byte = cells.get(i, (State(), NO_BYTE))
        rows.append(f'{{{dead if child.base is None else child.base}, {byte}, {outputs.index(child.categories)}}},')
    for i in range(0, size, 8):
        print('\t' + ' '.join(rows[i:i + 8]))
    print(f'}};\n\nconst CueTrie {name}_trie = {{{root.base}, {dead}, {name}_cells, {name}_categories}};\n')


def filter_slot(a, b, c):
    """Must agree with passes_filter() of cue.c."""
    return ((a | b << 8 | c << 16 | 0x202020) * 0x9E3779B1 & 0xFFFFFFFF) >> 18


def beginnings(entry):
    """The first three bytes of an entry, and of its uppercase form if that has another first byte: Cyrillic."""
    for third in (entry[2:3] or bytes(range(256))):
        start = entry[:2] + bytes([third])
        yield start
        yield start.replace(b'\xd1', b'\xd0')


def filter_table(words):
    bits = [0] * (FILTER_BITS // 64)
    for entry in words:
        for start in beginnings(entry):
            slot = filter_slot(*start)
            bits[slot // 64] |= 1 << (slot % 64)
    print('const uint64_t phrase_cue_filter[PHRASE_FILTER_BITS / 64] = {')
    for i in range(0, len(bits), 4):
        print('\t' + ' '.join(f'UINT64_C(0x{word:016X}),' for word in bits[i:i + 4]))
    print('};')


def main():
    print('''/*
 * cue_trie_gen.c
 *	  Made by tools/generate_cue_trie.py from class_cue_list.h and phrase_cue_list.h. Do not edit.
 *
 * A cell: the base of its children, its byte, and its place in the categories (0: no entry ends here).
 */
#include "article/cue/cue_trie.h"

#include "article/cue/cue.h"
#include "base/stamp.h"
''')
    for name, prefix, path in LISTS:
        write_stamp(path[len('src/'):], 'CUE', 'word, categories', entries(path))
        table(name, prefix, entries(path))
    filter_table(entries(LISTS[1][2]))


main()
