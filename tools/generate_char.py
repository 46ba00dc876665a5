#!/usr/bin/env python3
"""Writes src/text/char_gen.c: category, script, case and plain letter of every character.

Usage: tools/generate_char.py [DIRECTORY] > src/text/char_gen.c

DIRECTORY holds the Unicode Character Database; see unicode_data.py for its version.
"""

import sys

from unicode_data import DIRECTORY, VERSION, Unicode, write_array

# The contiguous range of assigned code points, and one more row of blocks for U+E0000-U+E0FFF; 64 per block.
PLANES_END = 0x34000
BLOCK = 64

# In the order of CharCategory and CharScript in src/text/char.h, which _Static_asserts their number.
CATEGORIES = "Cn Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Cs Co".split()
SCRIPTS = """Other Latin Greek Cyrillic Armenian Hebrew Arabic Devanagari Bengali Gurmukhi Gujarati Tamil Telugu
    Kannada Malayalam Sinhala Thai Lao Myanmar Georgian Ethiopic Khmer Hangul Hiragana Katakana Bopomofo Han""".split()
SPACE, CASED, SEVERAL = 1, 2, 4

# Categories removed from a plain letter besides enclosing marks: they have no width, or no glyph.
DROPPED = ("Mn", "Me", "Cf")


class Characters:
    """A row of traits for each character; each distinct row is stored once."""

    def __init__(self, unicode):
        self.unicode = unicode
        self.rows = {}
        self.several = []

    def plain(self, c):
        """Canonical decomposition without its marks, in lowercase: simple case folding before and after it."""
        u = self.unicode
        letters = [x for x in u.decompose(self.fold(c)) if u.category.get(x, "Cn") not in DROPPED]
        return [self.fold(x) for x in letters]

    def fold(self, c):
        return self.unicode.simple_folding.get(c, [c])[0]

    def row(self, c):
        u, flags = self.unicode, 0
        plain = self.plain(c)
        flags |= SPACE if c in u.spaces else 0
        flags |= CASED if c in u.cased else 0
        if len(plain) == 1:
            target = plain[0] - c
        else:
            flags |= SEVERAL
            target = self.text(plain)
        script = u.script.get(c, "Other")
        values = (target, u.lower.get(c, c) - c, CATEGORIES.index(u.category.get(c, "Cn")),
                  SCRIPTS.index(script) if script in SCRIPTS else 0, flags)
        return self.rows.setdefault(values, len(self.rows))

    def text(self, code_points):
        """Offset of a short text, preceded by its length, in the pool of those that are not one letter."""
        text = [len(code_points), *code_points]
        for at in range(len(self.several)):
            if self.several[at:at + len(text)] == text:
                return at
        self.several += text
        return len(self.several) - len(text)


HEADER = """\
/*
 * char_gen.c
 *	  Category, script, case and plain letter of every character of Unicode {version}.
 *
 * Made by tools/generate_char.py from the Unicode Character Database (Debian's package unicode-data;
 * licence: Unicode-DFS-2016).  Do not edit.
 */
#include "text/char.h"

_Static_assert(CHAR_CATEGORY_COUNT == {categories} && CHAR_SCRIPT_COUNT == {scripts},
			   "char.h and tools/generate_char.py list different categories or scripts");

/* clang-format off */

const char char_unicode_version[] = "{version}";
"""


def main():
    characters = Characters(Unicode(sys.argv[1] if len(sys.argv) > 1 else DIRECTORY))
    none = characters.row(PLANES_END)  # not assigned: row 0
    assert none == 0 and PLANES_END not in characters.unicode.category
    blocks, index = {}, []
    for row in [*range(0, PLANES_END, BLOCK), *range(0xE0000, 0xE1000, BLOCK)]:
        block = tuple(characters.row(c) for c in range(row, row + BLOCK))
        index.append(blocks.setdefault(block, len(blocks)))
    assert len(characters.rows) < 0x10000 and len(blocks) < 0x10000

    print(HEADER.format(version=VERSION, categories=len(CATEGORIES), scripts=len(SCRIPTS)))
    write_array("const uint16_t char_index[]", map(str, index))
    write_array("const uint16_t char_blocks[]", [str(x) for block in blocks for x in block])
    write_array("const CharTraits char_traits_rows[]", ["{%d, %d, %d, %d, %d}" % row for row in characters.rows])
    write_array("const uint32_t char_several[]", ["0x%X" % x for x in characters.several])


main()
