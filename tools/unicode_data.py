"""The Unicode Character Database and C arrays, shared by the generators of character tables.

The version is pinned, because results of the tables are stored in indexes: files of another version are
refused.  They are those of Debian's package unicode-data 15.0.0-1, which installs them in /usr/share/unicode.
"""

import collections
import sys

VERSION = "15.0.0"
DIRECTORY = "/usr/share/unicode"


class Unicode:
    """The Unicode properties that the tables are made from."""

    def __init__(self, directory):
        self.directory = directory
        self.name, self.category, self.ccc, self.canonical, self.compatible = {}, {}, {}, {}, {}
        self.lower = {}
        self.read_characters()
        self.script = {c: fields[0] for c, fields in self.ranges("Scripts.txt")}
        core = collections.defaultdict(set)
        for c, fields in self.ranges("DerivedCoreProperties.txt"):
            core[fields[0]].add(c)
        self.ignorable = core["Default_Ignorable_Code_Point"]
        self.excluded = {c for c, fields in self.ranges("DerivedNormalizationProps.txt")
                         if fields[0] == "Full_Composition_Exclusion"}
        self.spaces = {c for c, fields in self.ranges("PropList.txt") if fields[0] == "White_Space"}
        self.emoji = {c for c, fields in self.ranges("emoji/emoji-data.txt")
                      if fields[0] in ("Extended_Pictographic", "Emoji_Modifier")}
        self.folding = self.read_case_folding("CF")
        self.simple_folding = self.read_case_folding("CS")

    def lines(self, name):
        with open(f"{self.directory}/{name}", encoding="utf-8") as file:
            first = file.readline()
            if name in ("Scripts.txt", "CaseFolding.txt", "DerivedCoreProperties.txt") and VERSION not in first:
                sys.exit(f"{name} is not of Unicode {VERSION}: {first}")
            for line in [first, *file]:
                line = line.split("#")[0].strip()
                if line:
                    yield [field.strip() for field in line.split(";")]

    def ranges(self, name):
        for fields in self.lines(name):
            first, _, last = fields[0].partition("..")
            for c in range(int(first, 16), int(last or first, 16) + 1):
                yield c, fields[1:]

    def read_characters(self):
        first = None
        self.cased = set()
        for fields in self.lines("UnicodeData.txt"):
            c = int(fields[0], 16)
            if fields[1].endswith("First>"):
                first = c
                continue
            for each in range(first if first is not None else c, c + 1):
                self.name[each], self.category[each], self.ccc[each] = fields[1], fields[2], int(fields[3])
            first = None
            if fields[5]:
                form = fields[5].split()
                target = self.compatible if form[0].startswith("<") else self.canonical
                target[c] = [int(x, 16) for x in form if not x.startswith("<")]
            upper, lower = [int(x, 16) if x else c for x in fields[12:14]]
            if lower != c:
                self.lower[c] = lower
            if lower != upper:
                self.cased.add(c)

    def read_case_folding(self, kinds):
        folding = {}
        for fields in self.lines("CaseFolding.txt"):
            if fields[1] in kinds:
                folding[int(fields[0], 16)] = [int(x, 16) for x in fields[2].split()]
        return folding

    def pairs(self):
        """(first, second) -> primary composite."""
        return {tuple(form): c for c, form in self.canonical.items() if len(form) == 2 and c not in self.excluded}

    def decompose(self, c):
        """The full canonical decomposition, except for Hangul."""
        form = self.canonical.get(c)
        return [c] if form is None else [atom for each in form for atom in self.decompose(each)]


def write_array(declaration, items, width=100):
    print(f"{declaration} = {{")
    line = "\t"
    for item in items:
        if len(line.expandtabs(4)) + len(item) + 2 > width:
            print(line.rstrip())
            line = "\t"
        line += item + ", "
    print(line.rstrip())
    print("};\n")
