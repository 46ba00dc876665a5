#!/usr/bin/env python3
"""Writes src/text/fold_gen.c: how text is cleaned, normalized, read as words, and folded.

Usage: tools/generate_fold.py [DIRECTORY] > src/text/fold_gen.c

DIRECTORY holds the Unicode Character Database 15.0.0, as Debian's package unicode-data 15.0.0-1
installs it in /usr/share/unicode.  Other versions are refused: the table is frozen, because its
results are stored in indexes.  Our additions to Unicode are in the tables of this file.
"""

import re
import sys

from unicode_data import DIRECTORY, VERSION as UNICODE, Unicode, write_array

VERSION = 1  # increment whenever the table changes: indexes on the functions have to be rebuilt

# Code points in three planes and one more row of blocks for U+E0000-U+E0FFF; 64 per block.
PLANES_END = 0x30000
BLOCK = 64

# ---- our additions: normalization

# Apostrophes as people type them: quotation marks 2018, 2019, 201B, modifier letter, prime, acute.
APOSTROPHES = "\u2018\u2019\u201B\u02BC\u2032\u00B4\uFF07"
HYPHENS = "\u2010\u2011"
LINE_BREAKS = "\v\f\u2028\u2029"

# Invisible, but needed by the scripts that use them: fold_normalize, whose result is stored and shown,
# keeps them. Hangul fillers, Khmer inherent vowels, Mongolian separators and variation selectors are kept
# by category (only Cf is dropped); this one is Cf.
KEPT_FORMAT = "\u180E"
DROPPED_TOO = "\u034F\uFFF9\uFFFA\uFFFB"  # grapheme joiner; interlinear annotation
JOINERS = "\u200C\u200D"
TAGS = range(0xE0020, 0xE0080)
FLAG = 0x1F3F4  # black flag: the base of the flags spelt with tags
CURSIVE = """Arabic Syriac Mandaic Mongolian Nko Phags_Pa Adlam Hanifi_Rohingya Manichaean Devanagari
    Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Khmer Myanmar Tibetan
    Thai Lao Balinese Javanese Meetei_Mayek Newa Tirhuta Grantha Chakma""".split()

# ---- our additions: cleaning the text of a page

# Characters that allow or prevent line breaks: soft hyphen, word joiner, byte order mark; invisible
# mathematical operators; deprecated controls. Direction marks stay, because they change what a reader sees.
INVISIBLE = "\u00AD\u2060\u2061\u2062\u2063\u2064\u206A\u206B\u206C\u206D\u206E\u206F\uFEFF"
# The zero-width space separates words in scripts that have no other space: it stays between two letters.
ZERO_WIDTH_SPACE = "\u200B"
UNSPACED = "Khmer Thai Lao Myanmar Tibetan Balinese Javanese Tai_Le New_Tai_Lue Tai_Tham Tai_Viet".split()

# ---- our additions: words

MORE_APOSTROPHES = ("\u0060\u02B9\u02BB\u02BD\u02BE\u02BF\u02C8\u2035\uFF40\u055A\u05F3\u1FBD\u1FBF\u1FFE"
                    "\u201A\u275B\u275C\u275F\uA78C")
QUOTES = ("\u201C\u201D\u201E\u201F\u2033\u2036\u02BA\u02EE\u05F4\u275D\u275E\u301D\u301E"
          "\u301F\u2E42")
MORE_HYPHENS = "\u2212\u2043\u02D7"  # minus, hyphen bullet, modifier letter minus
LIGATURES = {"\u00E6": "ae", "\u0153": "oe", "\u2044": "/"}
VOICING = {"\u309B": "\u3099", "\u309C": "\u309A"}  # the spacing marks become what their half-width forms become

# ---- our additions: folding

OPENING = {"\u00AB": '"', "\u2039": "'"}  # the space after them is dropped: « oui » becomes "oui"
CLOSING = {"\u00BB": '"', "\u203A": "'"}
DEGREE = "\u00B0"
TATWEEL = "\u0640"
ACCENT_SCRIPTS = {"Inherited", "Latin", "Greek", "Cyrillic", "Hebrew", "Arabic", "Syriac", "Coptic"}
# Marks of these scripts that make another letter: hamza and madda, the Japanese voicing marks; and
# the tone marks of Han and the Vedic accents, which belong to other scripts.
KEPT_MARKS = [*range(0x0653, 0x0656), 0x3099, 0x309A, *range(0x302A, 0x3030), *range(0x0951, 0x0955),
              *range(0x1CD0, 0x1CFA)]
# Accented letters that are separate letters (CLDR's root collation: й) stay.
KEPT_LETTERS = "\u0439"
# Letters without a decomposition and without "WITH" in their names: CLDR's transform Latin-ASCII,
# plus o for the open o of African alphabets, like e for their open e.
LATIN = {"ı": "i", "ȷ": "j", "ð": "d", "þ": "th", "ꝥ": "th", "ꝧ": "th", "ĸ": "q", "ŋ": "n", "ƕ": "hv",
         "ƣ": "oi", "ɛ": "e", "ɔ": "o", "ɡ": "g", "ʉ": "u", "ꜳ": "aa", "ꜵ": "ao", "ꜷ": "au", "ꜹ": "av",
         "ꜻ": "av", "ꜽ": "ay", "ꝏ": "oo", "ꝡ": "vy", "ᵫ": "ue", "ȸ": "db", "ȹ": "qp", "ỻ": "ll", "ỽ": "v",
         "ẜ": "s", "ẝ": "s"}

# What fold.c reserves per byte: MOST_GROWTH and MOST_ATOMS there.
GROWTH, ATOMS = 12, 6

# see fold_internal.h for their meaning
KINDS = ["COPY", "COMPOSED", "TEXT", "MARK", "BACK", "SEGMENT", "SPACE", "OPENING", "CLOSING", "DEGREE",
         "FRACTION", "JOINER", "TAG", "RETURN", "FEED"]
FLAGS = {"JOINS_BACK": 1, "DROPPED_ALONE": 2, "CURSIVE": 4, "EMOJI": 8, "FLAG": 16, "COMPOSES": 32, "UNSPACED": 64}


def windows_1252(c):
    """As in HTML, a C1 control is a byte of windows-1252 that was decoded as Latin-1."""
    try:
        return [ord(bytes([c]).decode("cp1252"))]
    except UnicodeDecodeError:
        return []


class Strength:
    """One of the four strengths: what each code point becomes, down to atoms, which do not change."""

    def __init__(self, unicode):
        self.unicode = unicode
        self.memo = {}

    def atoms(self, c):
        if c not in self.memo:
            step = self.step(c)
            self.memo[c] = [c] if step is None else [atom for each in step for atom in self.atoms(each)]
        return self.memo[c]

    def step_clean(self, c):
        return [] if chr(c) in INVISIBLE else self.unicode.canonical.get(c)

    def step_normalize(self, c):
        u, char = self.unicode, chr(c)
        if char in APOSTROPHES:
            return [0x27]
        if char in HYPHENS:
            return [0x2D]
        if char in LINE_BREAKS or char == "\r":
            return [0x0A]
        if 0x80 <= c < 0xA0:
            return windows_1252(c)
        if (u.category.get(c) == "Cc" and char not in "\t\n") or char in DROPPED_TOO:
            return []
        if u.category.get(c) == "Cf" and c in u.ignorable and char not in KEPT_FORMAT + JOINERS and c not in TAGS:
            return []
        if u.category.get(c) == "Zs" and c != 0x20:
            return [0x20]
        return u.canonical.get(c)

    def step_word(self, c):
        u, char = self.unicode, chr(c)
        form = self.step_normalize(c)
        if form is not None:
            return form
        if char in MORE_APOSTROPHES:
            return [0x27]
        if char in QUOTES:
            return [0x22]
        if c != 0x2D and (char in MORE_HYPHENS or u.category.get(c) == "Pd"):
            return [0x2D]
        if char in LIGATURES or char in VOICING:
            return [ord(x) for x in LIGATURES.get(char) or VOICING[char]]
        if c in u.ignorable or char in "\t\n":
            return [] if c in u.ignorable else [0x20]
        if self.is_fraction(c):
            return None
        if c in u.compatible:
            return u.compatible[c]
        return u.folding.get(c) if c != 0x345 else None  # the iota subscript is a mark, not a letter

    def step_fold(self, c):
        u, char = self.unicode, chr(c)
        form = self.step_word(c)
        if form is not None:
            return form
        if self.is_fraction(c):
            return u.compatible[c]
        if char == TATWEEL:
            return []
        if char in OPENING or char in CLOSING:
            return [ord(OPENING.get(char) or CLOSING[char])]
        if char in LATIN:
            return [ord(x) for x in LATIN[char]]
        letter = re.match(r"LATIN SMALL LETTER ([A-Z]) WITH ", u.name.get(c, ""))
        return [ord(letter.group(1).lower())] if letter else None

    def is_fraction(self, c):
        return 0x2044 in self.unicode.compatible.get(c, [])

    def is_accent(self, c):
        u = self.unicode
        return (u.category.get(c) in ("Mn", "Me") and u.script.get(c) in ACCENT_SCRIPTS and c not in KEPT_MARKS)


class Clean(Strength):
    step = Strength.step_clean


class Normalize(Strength):
    step = Strength.step_normalize


class Word(Strength):
    step = Strength.step_word


class Fold(Strength):
    step = Strength.step_fold


def kept_pairs(unicode, fold):
    """The pairs that folding composes although their second element is an accent."""
    pairs = {}
    for pair, c in unicode.pairs().items():
        atoms = all(fold.atoms(x) == [x] for x in pair)
        if atoms and fold.is_accent(pair[1]) and (chr(c) in KEPT_LETTERS or unicode.category[c].startswith("S")):
            pairs[pair] = c
    return pairs


class Table:
    """The mappings of one strength."""

    def __init__(self, unicode, strength, pool):
        self.unicode, self.strength, self.pool = unicode, strength, pool
        self.folds = isinstance(strength, Fold)
        pairs = unicode.pairs()
        self.kept = kept_pairs(unicode, strength) if self.folds else {}
        self.pairs = {p: c for p, c in pairs.items() if not (self.folds and strength.is_accent(p[1])) or p in self.kept}
        self.second = {p[1] for p in self.pairs}
        self.back = {c for c in self.second if unicode.ccc.get(c, 0) == 0}
        self.back |= set(range(0x1161, 0x1176)) | set(range(0x11A8, 0x11C3))  # Jamo vowels, finals

    def is_back(self, c):
        return self.unicode.ccc.get(c, 0) != 0 or c in self.back

    def drop_accents(self, atoms):
        """Accents that can never compose are dropped at once."""
        if not self.folds:
            return atoms
        out = []
        for c in atoms:
            if self.strength.is_accent(c) and not (out and (out[-1], c) in self.kept or len(atoms) == 1 and c in self.second):
                continue
            out.append(c)
        return out

    def context(self, c, atoms):
        """Kinds that depend on the context."""
        char = chr(c)
        if isinstance(self.strength, Clean):
            return "JOINER" if char in JOINERS + ZERO_WIDTH_SPACE else None
        if isinstance(self.strength, Normalize):
            kinds = {"\r": "RETURN", "\n": "FEED", **dict.fromkeys(JOINERS, "JOINER")}
            return "TAG" if c in TAGS else kinds.get(char)
        if not self.folds:
            return None
        char = "".join(map(chr, self.strength.step_normalize(c) or [])) or char  # \x8B is also ‹
        if char in OPENING or char in CLOSING:
            return "OPENING" if char in OPENING else "CLOSING"
        if atoms == [0x20]:
            return "SPACE"
        if atoms and atoms[0] == ord(DEGREE):
            return "DEGREE"
        return "FRACTION" if self.strength.is_fraction(c) else None

    def kind(self, c, atoms):
        context = self.context(c, atoms)
        if context:
            return context
        if atoms == [c]:
            return "MARK" if self.unicode.ccc.get(c, 0) else "BACK" if c in self.back else "COPY"
        if not any(self.is_back(x) for x in atoms):
            return "TEXT"
        if self.compose(atoms) == [c]:
            return "COMPOSED"
        return "SEGMENT"

    def compose(self, atoms):
        """Composition, for atoms in canonical order."""
        out, starter, last = [], None, 0
        for c in atoms:
            ccc = self.unicode.ccc.get(c, 0)
            if starter is not None and (out[starter], c) in self.pairs and (last < ccc or last == 0 == len(out) - 1 - starter):
                out[starter] = self.pairs[(out[starter], c)]
                continue
            if ccc == 0:
                starter = len(out)
            last = ccc
            out.append(c)
        return out

    def flags(self, c, atoms):
        u, flags = self.unicode, 0
        if atoms and self.is_back(atoms[0]):
            flags |= FLAGS["JOINS_BACK"]
        if self.folds and atoms == [c] and self.strength.is_accent(c):
            flags |= FLAGS["DROPPED_ALONE"]
        if isinstance(self.strength, Normalize) and u.ccc.get(c, 0) == 0:
            flags |= self.joined(c)
            if c == FLAG or c in TAGS:
                flags |= FLAGS["FLAG"]
        if isinstance(self.strength, Clean):
            flags |= self.joined(c)
            flags |= FLAGS["COMPOSES"] if c in self.second or c in self.back else 0
            if u.script.get(c) in UNSPACED and u.category[c][0] in "LM":
                flags |= FLAGS["UNSPACED"]
        return flags

    def joined(self, c):
        """Characters next to which a joiner may be."""
        u, flags = self.unicode, 0
        if u.script.get(c) in CURSIVE and u.category[c][0] in "LM":
            flags |= FLAGS["CURSIVE"]
        if c in u.emoji or 0xFE0E <= c <= 0xFE0F:
            flags |= FLAGS["EMOJI"]
        return flags

    def mapping(self, c):
        atoms = self.drop_accents(self.strength.atoms(c))
        kind = self.kind(c, atoms)
        text = b"" if kind in ("COPY", "MARK", "BACK", "JOINER", "TAG", "RETURN", "FEED", "SPACE") else (
            "".join(map(chr, atoms)).encode())
        if self.folds and kind != "SPACE":
            assert not text.startswith(b" ") and not text.endswith(b" "), hex(c)
        assert len(text) < GROWTH * len(chr(c).encode()) and len(atoms) <= ATOMS * len(chr(c).encode()), hex(c)
        return (self.pool.offset(text), len(text), KINDS.index(kind), self.unicode.ccc.get(c, 0) if kind == "MARK" else 0,
                self.flags(c, atoms))


class Pool:
    """Texts, each once; a text that is part of another takes no space."""

    def __init__(self):
        self.bytes = b""

    def offset(self, text):
        at = self.bytes.find(text)
        if at < 0:
            at = len(self.bytes)
            self.bytes += text
        return at


class Trie:
    """Blocks of mapping numbers, shared by the four tables."""

    def __init__(self):
        self.mappings = {(0, 0, 0, 0, 0): 0}
        self.blocks = {}

    def index(self, table):
        rows = list(range(0, PLANES_END, BLOCK)) + list(range(0xE0000, 0xE1000, BLOCK))
        index = []
        for row in rows:
            block = []
            for c in range(row, row + BLOCK):
                surrogate = 0xD800 <= c < 0xE000
                mapping = (0, 0, 0, 0, 0) if surrogate else table.mapping(c)
                block.append(self.mappings.setdefault(mapping, len(self.mappings)))
            index.append(self.blocks.setdefault(tuple(block), len(self.blocks)))
        return index


def escape(data):
    out = ""
    for i, byte in enumerate(data):
        char = chr(byte)
        plain = 0x20 <= byte < 0x7F and char not in '"\\?'
        after = i > 0 and data[i - 1] >= 0x7F and char in "0123456789abcdefABCDEF"  # would lengthen the escape
        out += ('""' if after else "") + char if plain else f"\\x{byte:02X}"
    return out


def write_pool(pool):
    print("const char fold_pool[] =")
    for start in range(0, len(pool.bytes), 24):
        print(f'\t"{escape(pool.bytes[start:start + 24])}"')
    print('\t"\\0\\0\\0\\0\\0\\0\\0\\0"; /* eight bytes may be read from any text */\n')


def word_ranges(unicode):
    """Letters, marks and digits that remain after folding: what a slug keeps besides ASCII."""
    ranges = []
    for c in range(0x80, 0x110000):
        if unicode.category.get(c, "Cn")[0] in "LMN":
            if ranges and ranges[-1][1] == c - 1:
                ranges[-1][1] = c
            else:
                ranges.append([c, c])
    return ranges


HEADER = """\
/*
 * fold_gen.c
 *	  Version {version} of how text is cleaned, normalised, read as words, and folded.
 *
 * Made by tools/generate_fold.py from the Unicode Character Database {unicode} (Debian's package
 * unicode-data; licence: Unicode-DFS-2016).  Offsets instead of pointers: nothing has to be relocated
 * when the library is loaded.  Do not edit.
 */
#include "text/fold_internal.h"

/* clang-format off */

const FoldVersion fold_version = {{{version}, "{unicode}"}};
"""


def main():
    unicode = Unicode(sys.argv[1] if len(sys.argv) > 1 else DIRECTORY)
    pool, trie = Pool(), Trie()
    tables = [("normalize", Table(unicode, Normalize(unicode), pool)), ("word", Table(unicode, Word(unicode), pool)),
              ("fold", Table(unicode, Fold(unicode), pool)), ("clean", Table(unicode, Clean(unicode), pool))]
    indexes = [(name, trie.index(table)) for name, table in tables]
    assert len(trie.mappings) < 0x10000 and len(pool.bytes) < 0x10000 and len(trie.blocks) < 0x10000

    print(HEADER.format(version=VERSION, unicode=UNICODE))
    for name, index in indexes:
        write_array(f"const uint16_t fold_{name}_index[]", map(str, index))
    write_array("const uint16_t fold_blocks[]", [str(x) for block in trie.blocks for x in block])
    write_array("const FoldMapping fold_mappings[]", ["{%d, %d, %d, %d, %d}" % m for m in trie.mappings])
    pairs = sorted((a, b, c) for (a, b), c in unicode.pairs().items())
    write_array("const FoldPair fold_pairs[]", ["{0x%X, 0x%X, 0x%X}" % pair for pair in pairs])
    print(f"const uint32_t fold_pair_count = {len(pairs)};\n")
    kept = {c for c in tables[2][1].kept.values()}
    write_array("const uint32_t fold_kept_composites[]", ["0x%X" % c for c in sorted(kept)])
    print(f"const uint32_t fold_kept_count = {len(kept)};\n")
    ranges = word_ranges(unicode)
    write_array("const FoldRange fold_word_ranges[]", ["{0x%X, 0x%X}" % tuple(r) for r in ranges])
    print(f"const uint32_t fold_word_range_count = {len(ranges)};\n")
    write_pool(pool)


main()
