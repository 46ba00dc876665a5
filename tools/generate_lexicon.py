#!/usr/bin/env python3
"""Writes src/french/lexicon_gen.c: the French lexicon as a minimal automaton.

    tools/generate_lexicon.py COMPREHENSIVE CLASSICAL REVISED > src/french/lexicon_gen.c

Each argument is a directory with fr.aff and fr.dic, the Grammalecte/Dicollecte spelling dictionary 7.0
(Mozilla Public License 2.0, https://grammalecte.net/) in its three editions, as Debian's packages
hunspell-fr-comprehensive, hunspell-fr-classical and hunspell-fr-revised hold them under
usr/share/hunspell (apt-get download, dpkg -x).  All words come from the first; the other two only
show which spellings predate the reform of 1990 and which follow it.

A word of the dictionary (a lemma with its part of speech) has forms.  Words whose forms cannot be
distinguished are one class, and a form gives one term for each class that it belongs to:
  - a noun or adjective all of whose forms are forms of one verb as well (aide, aides: aider);
  - the spellings of before and after 1990 (maître, maitre), and a few pairs in a table below.
Left out are readings that would only join strangers: verb forms that are nouns too, if hardly ever
written (second person singular, -ions and -iez of the imperfect and subjunctive ...: camions, pensions)
or if they are the noun's own name (couvent, contrat); regular verbs that share a form with an
irregular one (mise: mettre, not miser); and names that are common words too (pierre).

The automaton reads a form letter by letter; its result says how to turn the form into its terms: how
many letters to remove from the end, and what to put in their place.
"""
import collections
import re
import sys
import unicodedata

# The letters of the automaton, by label; label 0 ends a word. Words with other letters are omitted (chemical
# formulas, ordinals in digits: the parser handles them). Accented letters come after the others, in the order
# of their letters without accent.
LETTERS = "'-abcdefghijklmnopqrstuvwxyzàâäáãåçéèêëîïíñôöóõøùûüúÿ"
LABEL = {c: i + 1 for i, c in enumerate(LETTERS)}
NO_LABEL = 255

# Words that say nothing about a text, and that people may or may not put into a query. Not listed, because
# they have another meaning: est and été (east, summer), car (coach), or (gold), pas (step), son and ton
# (sound, tone), as (ace), avions (planes), vers (verse), sous (pence), entre and contre (between, against).
STOP_WORDS = """
    le la les l un une des du de d au aux
    quel quelle quels quelles quoi où comment combien pourquoi quand qui que qu
    lequel laquelle lesquels lesquelles
    ce cet cette ces c ça cela ceci
    je tu il elle on nous vous ils elles me te se m t s j y en lui leur leurs eux
    mon ma mes ta tes sa ses notre nos votre vos
    à dans par pour sur avec sans chez depuis
    et ou mais donc ni si comme lorsque puisque quoique lorsqu puisqu dont ne n
    a ai ont avons avez avait avais avaient aviez aura auras auront aurait auraient ait aient eut
""".split()

# One word in two spellings, both older than 1990; and plurals that are entries of their own.
SPELLINGS = {
    "clef": "clé", "évènement": "événement", "ognon": "oignon", "cuillère": "cuiller", "paye": "paie", "lys": "lis",
    "yeux": "oeil", "cieux": "ciel", "aïeux": "aïeul", "messieurs": "monsieur", "mesdames": "madame",
    "mesdemoiselles": "mademoiselle", "messeigneurs": "monseigneur", "bonshommes": "bonhomme",
    "gentilshommes": "gentilhomme",
}

NAME, NOUN, VERB = "name", "noun", "verb"


# ---------------------------------------------------------------- the dictionary

def pairs(flags):
    return [flags[i:i + 2] for i in range(0, len(flags), 2)]


def read_suffixes(path):
    suffixes = collections.defaultdict(list)
    for line in open(path, encoding="utf8"):
        field = line.split()
        if len(field) > 4 and field[0] == "SFX":
            add, _, flags = field[3].partition("/")
            strip = "" if field[2] == "0" else field[2]
            suffixes[field[1]].append((strip, "" if add == "0" else add, pairs(flags),
                                       re.compile("(?:" + field[4] + ")$"), " ".join(field[5:])))
    return suffixes


def inflect(word, morphology, flags, suffixes):
    """The forms of a word with their morphology; "()" marks what is not a word by itself."""
    if "()" not in flags:
        yield word, morphology
    for flag in flags:
        for strip, add, more, condition, says in suffixes.get(flag, ()):
            if word.endswith(strip) and condition.search(word):
                yield from inflect(word[:len(word) - len(strip)] + add, morphology + " " + says, more, suffixes)


def read_entries(directory):
    for line in list(open(directory + "/fr.dic", encoding="utf8"))[1:]:
        head, _, morphology = line.rstrip("\n").partition(" ")
        word, _, flags = head.split("\t")[0].partition("/")
        if word:
            yield word, pairs(flags), morphology


def spelt(word):
    return word.lower().replace("œ", "oe").replace("æ", "ae").replace("’", "'")


def read_forms(directory):
    """form -> {(lemma, kind): [morphology]}"""
    suffixes = read_suffixes(directory + "/fr.aff")
    forms = collections.defaultdict(lambda: collections.defaultdict(list))
    for word, flags, morphology in read_entries(directory):
        if "po:pfx" in morphology or "po:sign" in morphology or not set(spelt(word)) <= set(LETTERS):
            continue
        kind = (NAME if re.search("po:(npr|patr|prn)", morphology)
                else VERB if re.search("po:v[0-3]", morphology) else NOUN)
        for form, says in inflect(word, morphology, flags, suffixes):
            if set(spelt(form)) <= set(LETTERS):
                forms[spelt(form)][spelt(word), kind].append(says)
    return forms


# ---------------------------------------------------------------- classes

class Classes:
    """Equivalent words: a forest whose roots name the classes."""

    def __init__(self, forms):
        self.paradigm = collections.defaultdict(set)
        for form, words in forms.items():
            for word in words:
                self.paradigm[word].add(form)
        self.parent = {word: word for word in self.paradigm}

    def root(self, word):
        while self.parent[word] != word:
            word = self.parent[word]
        return word

    def join(self, word, into):
        word, into = self.root(word), self.root(into)
        if word != into:
            self.parent[word] = into
            self.paradigm[into] |= self.paradigm[word]


def base_letters(text):
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def bare_letter(letter):
    return base_letters(letter).replace("ø", "o")


def sound(word):
    """What the two spellings of a word that the reform changed have in common."""
    key = re.sub(r"(.)\1", r"\1", re.sub("['-]", "", base_letters(spelt(word))))
    return re.sub("s$", "", re.sub("eur$", "er", key.replace("ph", "f").replace("h", ""))).replace("oig", "og")


def join_spellings(classes, every, classical, revised):
    old = collections.defaultdict(set)
    for word in every - revised:
        old[sound(word)].add(spelt(word))
    found = [(spelt(word), to) for word in sorted(every - classical) for to in sorted(old.get(sound(word), ()))]
    for word, to in found + sorted(SPELLINGS.items()):
        for kind in (VERB, NOUN):
            if (word, kind) in classes.parent and (to, kind) in classes.parent:
                classes.join((word, kind), (to, kind))


def is_finite(kind, morphology):
    return kind == VERB and not re.search("po:(infi|ppas|ppre)", morphology)


def is_third(morphology):
    return re.search("po:3(sg|pl)", morphology)


def join_subsumed(classes, forms):
    """A noun or adjective all of whose forms are forms of one verb: emitting both would join no less,
    and count twice in every ranking.  Its own name must be more than what only I and thou say
    (discours: je discours)."""
    for word in sorted(classes.paradigm):
        if word[1] != NOUN or classes.root(word) != word:
            continue
        verbs = [{classes.root(other) for other in forms[form] if other[1] == VERB} for form in classes.paradigm[word]]
        verbs.append({classes.root(other) for other, says in forms[word[0]].items()
                      if other[1] == VERB and any(is_third(one) or not is_finite(VERB, one) for one in says)})
        shared = set.intersection(*verbs) - {word}
        if shared:
            best = max(shared, key=lambda verb: (len(classes.paradigm[verb]), verb))
            if len(classes.paradigm[best]) >= len(classes.paradigm[word]):
                classes.join(word, best)


USUAL = [re.compile(pattern) for pattern in (
    "po:(infi|ppas|ppre)", "po:(ipre|iimp|ifut|cond|ipsi|spre).*po:3(sg|pl)",
    "po:(ipre|iimp|ifut|cond).*po:1sg", "po:(ipre|ifut|cond).*po:[12]pl")]


def is_usual(kind, morphology):
    return kind != VERB or any(pattern.search(morphology) for pattern in USUAL)


def outweighs_noun(kind, morphology):
    """Is this more than a finite form, or a form of an irregular verb? Those are too common to be omitted (vit,
    lit, est)."""
    return not is_finite(kind, morphology) or re.search("po:v[03]", morphology)


def conjugation(reading):
    """1 to 3; the auxiliaries are as irregular as the third."""
    groups = [int(found[1]) or 3 for kind, morphology in reading if (found := re.search("po:v([0-3])", morphology))]
    return max(groups, default=1)


def keep(readings, wanted):
    """The readings that are wanted, or all if none is."""
    return {root: reading for root, reading in readings.items() if wanted(root, reading)} or readings


def choose(form, words, classes):
    """The classes of a form, nouns first."""
    readings = collections.defaultdict(list)
    for word, says in words.items():
        readings[classes.root(word)] += [(word[1], morphology) for morphology in says]
    if any(kind != VERB for reading in readings.values() for kind, _ in reading):
        readings = keep(readings, lambda root, reading: any(is_usual(*one) for one in reading))
    readings = keep(readings, lambda root, reading: root[1] != NAME)
    if (form, NOUN) in words and classes.root((form, NOUN)) in readings:
        readings = keep(readings, lambda root, reading: any(outweighs_noun(*one) for one in reading))
    best = max([conjugation(reading) for root, reading in readings.items() if root[1] == VERB], default=1)
    readings = keep(readings, lambda root, reading: root[1] != VERB or conjugation(reading) == best)
    order = sorted(readings, key=lambda root: (all(kind == VERB for kind, _ in readings[root]), root))
    return list(dict.fromkeys(root[0] for root in order))


def analyse(every, classical, revised):
    """form -> (is it a stop word, its terms)"""
    forms = read_forms(every)
    classes = Classes(forms)
    heads = [{word for word, _, _ in read_entries(directory)} for directory in (every, classical, revised)]
    join_spellings(classes, *heads)
    join_subsumed(classes, forms)
    terms = {form: (False, choose(form, words, classes)) for form, words in forms.items()}
    terms.update((word, (True, [])) for word in STOP_WORDS)
    return terms


# ---------------------------------------------------------------- the automaton

def script(form, stop, terms):
    """How to make the terms from the form: for each term the letters to remove and the bytes to append.
    The first byte is the number of terms, or 255 for a stop word."""
    if stop:
        return bytes([255])
    out = bytearray([len(terms)])
    for term in terms:
        same = 0
        while same < min(len(form), len(term)) and form[same] == term[same]:
            same += 1
        add = term[same:].encode()
        out += bytes([len(form) - same, len(add)]) + add
    return bytes(out)


def first_accented(letter):
    """The label of the first letter that is this one with an accent, or 0 if there is none."""
    return next((LABEL[c] for c in LETTERS if c != letter and bare_letter(c) == letter), 0)


def minimal_automaton(words):
    """words: sorted (form, value).  States are tuples of (label, target); label 0 leads to a value."""
    register, path = {}, [[]]    # path: the open states of the last word, each a list of edges

    def close(depth, last):
        while len(path) > depth:
            state = tuple(path.pop())
            target = register.setdefault(state, len(register))
            path[-1].append((LABEL[last[len(path) - 1]], target))

    last = ""
    for form, value in words:
        same = 0
        while same < min(len(form), len(last)) and form[same] == last[same]:
            same += 1
        close(same + 1, last)
        path.extend([] for _ in form[same:])
        path[-1].append((0, value))
        last = form
    close(1, last)
    root = register.setdefault(tuple(path[0]), len(register))
    return list(register), root


def lay_out(states, root):
    """One array in which the states lie through each other: the edge of a state by a label is at the
    state's place plus the label, so that a letter costs one look.  A cell: target or value << 8 | label;
    NO_LABEL where no edge lies.  No two states have one place, so a label is enough to tell whose edge it
    is.  The first place is where words begin; states of many edges come before those that fill gaps."""
    order = sorted(range(len(states)), key=lambda i: (i != root, -len(states[i]), states[i]))
    free = (1 << 2 * sum(map(len, states))) - 1     # cells, as bits of a number
    unused = free                                   # places
    place, cells = {}, {}
    for i in order:
        fits = unused
        for label, _ in states[i]:
            fits &= free >> label
        at = (fits & -fits).bit_length() - 1
        place[i] = at
        unused ^= 1 << at
        for label, _ in states[i]:
            free ^= 1 << at + label
    for i in order:
        for label, target in states[i]:
            cells[place[i] + label] = (target if label == 0 else place[target]) << 8 | label
    # whatever label is looked for at the last place, there is a cell
    return [cells.get(at, NO_LABEL) for at in range(max(place.values()) + len(LETTERS) + 1)]


# ---------------------------------------------------------------- the file

HEAD = """\
/*
 * lexicon_gen.c
 *	  The French lexicon as a minimal automaton, and its letters.  Written by
 *	  tools/generate_lexicon.py; do not edit.
 *
 * Derived from the French spelling dictionary 7.0 of Grammalecte (Dicollecte), by Olivier R. and
 * others, https://grammalecte.net/.
 *
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the
 * MPL was not distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/.
 *
 * %d forms.
 */
#include "french/lexicon_internal.h"
"""


def print_array(declaration, values):
    print("\nconst %s = {" % declaration)
    line = ""
    for value in values:
        if len(line) + len(value) > 98:
            print(line)
            line = ""
        line += value + ","
    print(line)
    print("};")


def main():
    terms = analyse(*sys.argv[1:4])
    scripts = {form: script(form, *found) for form, found in terms.items()}
    # Frequent scripts first; the text of one may be part of another's only as a whole.
    count = collections.Counter(scripts.values())
    offset, text = {}, bytearray()
    for value in sorted(count, key=lambda value: (-count[value], value)):
        offset[value] = len(text)
        text += value
    cells = lay_out(*minimal_automaton(sorted((form, offset[value]) for form, value in scripts.items())))
    print(HEAD % len(terms), end="")
    print_array("uint8_t lexicon_label[256]", ["%d" % LABEL.get(chr(c), 0) for c in range(256)])
    print_array("uint8_t lexicon_letter[%d]" % (len(LETTERS) + 1), ["0"] + ["0x%02X" % ord(c) for c in LETTERS])
    print_array("uint8_t lexicon_base[%d]" % (len(LETTERS) + 2),
                ["0"] + ["%d" % LABEL[bare_letter(c)] for c in LETTERS] + ["0"])
    print_array("uint8_t lexicon_accented[%d]" % (len(LETTERS) + 1), ["0"] + ["%d" % first_accented(c) for c in LETTERS])
    print_array("uint8_t lexicon_script[%d]" % len(text), ["%d" % b for b in text])
    print_array("uint32_t lexicon_cell[%d]" % len(cells), ["%d" % cell for cell in cells])
    print("%d forms, %d cells (%d free), %d bytes of %d scripts"
          % (len(terms), len(cells), cells.count(NO_LABEL), len(text), len(count)), file=sys.stderr)


if __name__ == "__main__":
    main()
