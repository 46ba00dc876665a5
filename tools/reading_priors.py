"""How likely each reading of a French form is: counts of parts of speech in, a share of each reading out.

Counts (tools/reading_counts.tsv, made by train_readings.py) say how often a form is a noun, an adjective, a verb,
a name or another word.  Words of one part of speech that share a form (tue: tuer, taire) are told apart by
how often the rest of their forms is written, and by how usual the tense is: expectation maximisation
over all forms, so that no rule says which verb or tense comes first.
"""
import collections

ROUNDS = 8          # the shares change by less than 0.01 after these
PRIOR = 2.0         # how many counts the estimate from the other forms is worth
LEMMA = 2           # how many estimates a lemma in a treebank is worth
UNSEEN = 0.05       # frequency of a word none of whose forms was counted


def read_counts(path):
    counts, lemmas = {}, {}
    for line in open(path, encoding="utf8"):
        if line.startswith("#"):
            continue
        form, *rest = line.rstrip("\n").split("\t")
        counts[form] = {field[0]: int(field[1:]) for field in rest if field[1] != "="}
        lemmas.update({(form, field[0], field[2:].split(":")[0]): int(field.split(":")[1])
                       for field in rest if field[1] == "="})
    return counts, lemmas


class Priors:
    """readings: form -> {(word, kind): {cell, ...}}; a cell is a tense and person, a number and gender."""

    def __init__(self, readings, counts, lemmas):
        self.readings, self.counts = readings, counts
        self.lemmas = lemmas
        self.word = collections.defaultdict(lambda: 1.0)
        self.cell = collections.defaultdict(lambda: 1.0)
        for _ in range(ROUNDS):
            self.maximise()

    def weight(self, reading, cells):
        return self.word[reading] * sum(self.cell[reading[1], cell] for cell in cells)

    def weights(self, form, here):
        """What tells apart readings of one part of speech: their estimates, and the lemmas of the treebanks."""
        weights = {r: self.weight(r, cells) for r, cells in here.items()}
        total = sum(weights.values()) or 1
        return {r: w / total + LEMMA * self.lemmas.get((form, r[1], r[0][0]), 0) for r, w in weights.items()}

    def maximise(self):
        word, cell = collections.Counter(), collections.Counter()
        for form, count in self.counts.items():
            for kind, number in count.items():
                here = {r: cells for r, cells in self.readings.get(form, {}).items() if r[1] == kind}
                weights = self.weights(form, here)
                total = sum(weights.values())
                for r, cells in here.items():
                    share = number * weights[r] / total if total else 0
                    word[r] += share
                    parts = {c: self.cell[kind, c] for c in cells}
                    for c, part in parts.items():
                        cell[kind, c] += share * part / sum(parts.values())
        total = collections.Counter()
        for (kind, _), number in cell.items():
            total[kind] += number
        self.word = collections.defaultdict(lambda: UNSEEN, {r: n + UNSEEN for r, n in word.items()})
        self.cell = collections.defaultdict(lambda: 1e-5, {c: (n + 0.1) / total[c[0]] for c, n in cell.items()})

    def evidence(self, form):
        """How often the words of a form were counted, in whatever form."""
        return sum(self.word[r] - UNSEEN for r in self.readings[form])

    def shares(self, form):
        """{reading: its share}, and 1 in all."""
        here = self.readings[form]
        count = self.counts.get(form, {})
        estimate = {r: self.weight(r, cells) for r, cells in here.items()}
        total = sum(estimate.values())
        out = dict.fromkeys(here, 0.0)
        kinds = {r[1] for r in here}
        for r in here:
            out[r] += PRIOR * estimate[r] / total
        for kind, number in count.items():
            if kind not in kinds:
                continue
            weights = self.weights(form, {r: cells for r, cells in here.items() if r[1] == kind})
            for r, weight in weights.items():
                out[r] += number * weight / sum(weights.values())
        total = sum(out.values())
        return {r: share / total for r, share in out.items()}
