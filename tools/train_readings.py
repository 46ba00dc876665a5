#!/usr/bin/env python3
"""Writes tools/reading_counts.tsv: how often French forms are nouns, adjectives, verbs, names, other words.

    tools/train_readings.py GRAMMALECTE TAGGED.tsv.gz,… RAW.tsv,… > tools/reading_counts.tsv
    tools/train_readings.py GRAMMALECTE TAGGED.tsv.gz,… --check          accuracy on every tenth sentence (0.9875)

GRAMMALECTE is the directory with fr.aff and fr.dic that generate_lexicon.py reads.  TAGGED are treebanks, one token
a line (form, universal part of speech, lemma), with blank lines between sentences: Sequoia (LGPL-LR) and
FQB (LGPL-LR).  RAW are texts, one a line after a tab-separated key: articles of Wikipedia (CC BY-SA) and
of newspapers.

An averaged perceptron (Collins 2002) learns from the treebanks and tags the texts; only counts are kept, no text.
A line holds a form and its counts by kind (N noun, A adjective, V verb, P name, C other word), at most MOST together, so that
frequent forms do not drown the others; and for forms of several words of one kind how often a treebank has each
(N=fils:12).  Left out are forms that the dictionary lacks or has as other words only, and those seen once.
"""
import collections
import gzip
import random
import re
import sys

import generate_lexicon

EPOCHS = 6      # the accuracy on held-out sentences of Sequoia no longer grows after these
MOST = 30
LEAST = 2
REPEATED = 120  # a sentence all of whose forms were counted so often says nothing new
KINDS = {"NOUN": "N", "ADJ": "A", "VERB": "V", "AUX": "V", "PROPN": "P"}   # all others: C, a closed word
CONTRACTED = {"du": ["de", "le"], "au": ["à", "le"], "aux": ["à", "les"]}
WORD = re.compile(r"\d[\d.,]*|(?:[^\W\d_]+['’])|[^\W\d_]+(?:-[^\W\d_]+)*|[^\w\s]")
CLITIC = re.compile(r"-(?:t-)?(?:il|elle|ils|elles|on|je|tu|nous|vous|ce|le|la|les|lui|leur|moi|toi|y|en|ci|là)$", re.I)


class Lexicon:
    def __init__(self, directory):
        self.kinds = collections.defaultdict(set)
        for form, words in generate_lexicon.read_forms(directory).items():
            for (lemma, kind), says in words.items():
                for one in says:
                    self.kinds[form].add(generate_lexicon.reading_kind(kind, one) + generate_lexicon.tense(kind, one))
        self.name = {form: "".join(sorted(kinds)) for form, kinds in self.kinds.items()}

    def __call__(self, form):
        return self.name.get(generate_lexicon.spelt(form), "?")


def shape(form):
    if not form[0].isalpha():
        return "0" if form[0].isdigit() else "."
    return "A" if form.isupper() and len(form) > 1 else "X" if form[0].isupper() else "x"


class Tagger:
    def __init__(self, lexicon):
        self.lexicon = lexicon
        self.weight = collections.defaultdict(dict)
        self.closed = {}        # forms that have one tag

    def features(self, forms, i, last, before):
        form, low = forms[i], forms[i].lower()
        nxt = forms[i + 1] if i + 1 < len(forms) else "</s>"
        prv = forms[i - 1] if i else "<s>"
        after = forms[i + 2] if i + 2 < len(forms) else "</s>"
        own = self.lexicon(form)
        first = i == 0 or prv in "«\"“("
        return ("w" + low, "s" + low[-3:], "s2" + low[-2:], "k" + own, "t" + last, "tt" + before + last,
                "c%s%d" % (shape(form), first), "kt" + own + last, "ktt" + own + before + last,
                "p" + prv.lower(), "n" + nxt.lower(), "kn" + own + self.lexicon(nxt), "nk" + self.lexicon(nxt),
                "ka" + own + self.lexicon(nxt) + self.lexicon(after), "pw" + prv.lower() + own, "lw" + last + low,
                "nw" + own + nxt.lower(), "ns" + own + shape(nxt), "ck%s%d" % (shape(form), first) + own)

    def best(self, features):
        score = collections.defaultdict(float)
        for feature in features:
            for tag, weight in self.weight.get(feature, {}).items():
                score[tag] += weight
        return max(score, key=lambda tag: (score[tag], tag)) if score else "NOUN"

    def tag(self, forms):
        last = before = "<s>"
        tags = []
        for i in range(len(forms)):
            tag = self.closed.get(forms[i].lower()) or self.best(self.features(forms, i, last, before))
            tags.append(tag)
            last, before = tag, last
        return tags

    def train(self, sentences):
        seen = collections.defaultdict(collections.Counter)
        for sentence in sentences:
            for form, tag in sentence:
                seen[form.lower()][tag] += 1
        self.closed = {form: max(tags) for form, tags in seen.items()
                       if len(tags) == 1 and sum(tags.values()) > 20 and max(tags) in ("DET", "ADP", "PRON", "PUNCT", "CCONJ")}
        total = collections.defaultdict(lambda: collections.defaultdict(float))
        stamp, now = collections.defaultdict(lambda: collections.defaultdict(int)), 0
        order = list(sentences)
        for epoch in range(EPOCHS):
            random.Random(epoch).shuffle(order)
            for sentence in order:
                forms = [form for form, _ in sentence]
                last = before = "<s>"
                for i, (form, right) in enumerate(sentence):
                    tag = self.closed.get(form.lower())
                    if not tag:
                        now += 1
                        features = self.features(forms, i, last, before)
                        tag = self.best(features)
                        if tag != right:
                            for feature in features:
                                for one, change in ((right, 1), (tag, -1)):
                                    old = self.weight[feature].get(one, 0)
                                    total[feature][one] += (now - stamp[feature][one]) * old
                                    stamp[feature][one] = now
                                    self.weight[feature][one] = old + change
                    last, before = tag, last
        for feature, weights in self.weight.items():
            for tag in weights:
                whole = total[feature][tag] + (now - stamp[feature][tag]) * weights[tag]
                weights[tag] = whole / now
        self.weight = {feature: weights for feature, weights in self.weight.items()}


def read_tagged(path):
    sentences, sentence = [], []
    for line in gzip.open(path, "rt", encoding="utf8"):
        field = line.rstrip("\n").split("\t")
        if len(field) < 3:
            if sentence:
                sentences.append(sentence)
            sentence = []
        else:
            sentence.append((field[0].replace("’", "'"), field[1]))
    return sentences + ([sentence] if sentence else [])


def read_raw(path):
    """The sentences of the texts, as the treebanks cut them into tokens."""
    for line in open(path, encoding="utf8"):
        text = line.rstrip("\n").split("\t", 1)[-1].replace("’", "'")
        for sentence in re.split(r"(?<=[.!?])\s+(?=[«\"A-ZÀÉ])|\n", text):
            forms = []
            for word in WORD.findall(sentence):
                clitic = CLITIC.search(word)
                if word.lower() in CONTRACTED:
                    forms += CONTRACTED[word.lower()]
                elif clitic:
                    forms += [word[:clitic.start()], clitic[0]]
                else:
                    forms.append(word)
            if 2 < len(forms) < 80:
                yield forms


def count_kinds(tagger, raw):
    random.Random(1).shuffle(raw)
    counts, total = collections.defaultdict(collections.Counter), collections.Counter()
    for forms in raw:
        if all(total[generate_lexicon.spelt(form)] >= REPEATED for form in forms):
            continue
        for form, tag in zip(forms, tagger.tag(forms)):
            spelt = generate_lexicon.spelt(form)
            total[spelt] += 1
            if form[0].isalpha():
                counts[spelt][KINDS.get(tag, "C")] += 1
    return counts


def count_lemmas(paths):
    lemmas = collections.defaultdict(collections.Counter)
    for path in paths:
        for line in gzip.open(path, "rt", encoding="utf8"):
            field = line.rstrip("\n").split("\t")
            if len(field) == 3 and field[1] in KINDS and field[1] != "PROPN":
                lemmas[generate_lexicon.spelt(field[0])][KINDS[field[1]], generate_lexicon.spelt(field[2])] += 1
    return lemmas


def print_counts(directory, counts, lemmas):
    print("# Made by tools/train_readings.py from Sequoia and FQB (LGPL-LR), Wikipedia (CC BY-SA) and newspapers: statistics, no text.")
    forms = generate_lexicon.read_forms(directory)
    for form in sorted(counts):
        count, total = counts[form], sum(counts[form].values())
        if total < LEAST or form not in forms:
            continue
        words = collections.defaultdict(set)
        for (lemma, kind), says in forms[form].items():
            for one in says:
                kinds = generate_lexicon.reading_kind(kind, one)
                for single in "NA" if kinds == "M" else kinds:
                    words[single].add(lemma)
        if not (set(count) | set(words)) - {"C"}:
            continue
        if total > MOST:
            count = {kind: round(number * MOST / total) for kind, number in count.items()}
        fields = ["%s%d" % item for item in sorted(count.items()) if item[1]]
        fields += ["%s=%s:%d" % (kind, lemma, min(number, MOST)) for (kind, lemma), number in sorted(lemmas[form].items())
                   if len(words[kind]) > 1 and lemma in words[kind]]
        print("\t".join([form] + fields))


def main():
    lexicon = Lexicon(sys.argv[1])
    sentences = [s for path in sys.argv[2].split(",") for s in read_tagged(path)]
    tagger = Tagger(lexicon)
    if "--check" in sys.argv:
        held = sentences[::10]
        tagger.train([s for i, s in enumerate(sentences) if i % 10])
        right = total = 0
        for sentence in held:
            for tag, (_, gold) in zip(tagger.tag([f for f, _ in sentence]), sentence):
                right += KINDS.get(tag, "C") == KINDS.get(gold, "C")
                total += 1
        print("%.4f of %d held-out tokens right" % (right / total, total))
        return
    tagger.train(sentences)
    print("trained", file=sys.stderr)
    counts = count_kinds(tagger, [forms for path in sys.argv[3].split(",") for forms in read_raw(path)])
    print_counts(sys.argv[1], counts, count_lemmas(sys.argv[2].split(",")))


if __name__ == "__main__":
    main()
