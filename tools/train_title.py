#!/usr/bin/env python3
"""Trains the choice between headline candidates: one weight per feature.

  make -f tools/core.mk build/dump-title-features
  train_title.py --bench ../shared/bench/extraction                                    # cross-validation by publisher
  train_title.py --bench ../shared/bench/extraction --write src/article/title/title_model_gen.c
  train_title.py --bench ../shared/bench/extraction --lines --write src/article/title/title_line_model_gen.c

Makes the pages of KINDS, or with --lines those of LINE_KINDS, in build/bench/titles, unless they are there, and dumps their
candidates; JUDGED are only judged. With --dump the candidates are those of other pages: DUMP.tsv is the output of
build/dump-title-features LIST.tsv, and LIST.tsv has one line per page: id, URL, time zone, path, separated by tabs. With --lines the
candidates are lines of pages without headings, and choosing none is a candidate, too. A conditional logit: the weights maximize the sum
of log softmax(score of the right candidate among those of its page) minus a penalty on their squares.
Needs python3-numpy and python3-scipy; the product needs neither.
"""
import argparse
import collections
import copy
import hashlib
import importlib.util
import json
import os
import random
import subprocess
import sys
from urllib.parse import urlparse

import numpy as np
from scipy.optimize import minimize

from calibrate import as_c, calibrate

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

# How far the titles of each set can be trusted to be the headline of a news page.
SETS = {"frgold": 2.0, "fundus": 2.0, "fundus_old": 2.0, "postlight": 1.0, "traf": 1.0, "wcxb": 0.3}
# The kinds of pages that weights are learned from, as signers.py makes them: as they are, without classes, among other articles; and how
# much a page of each kind counts.
KINDS = {"orig": 1.0, "noclass": 0.1, "dis1": 0.1, "dis2": 0.1}
# Others, drawn by other seeds: "ncd8" is distract.py, seed 8, of noclass.
JUDGED = {"dis7": 0.0, "ncd8": 0.0}
# Likewise for lines: bare paragraphs, text, and text wrapped at 76 columns; "_alone" without the page's address; "_cut" a text cut to
# some lines from its headline on, or from a line or two above it: a copy of the article only.
LINE_KINDS = {"bare": 1.0, "text": 0.7, "wrapped": 0.3, "bare_alone": 1.0, "text_alone": 0.3, "text_cut": 0.7}
LINE_JUDGED = {"wrapped_alone": 0.0}
CUT_LINES = 8  # at least as many lines are left
PENALTY = 2.0  # of 1, 2, 3, 4, 5, 8 and 15 the one that gives most to the sets together
LEFT_OUT = 0.2  # how much a page counts whose headline is left out, so that choosing nothing is learned
FOLDS = 10
SHUFFLES = 2


def publisher(url, page_id):
    host = (urlparse(url or "").hostname or page_id).split(".")
    return host[-3] if len(host) > 2 and len(host[-2]) <= 3 else host[-2] if len(host) > 1 else host[0]


class Page:
    """The candidates of a page. In lines mode (see NOTHING) the first one is to choose none."""

    def __init__(self, known, candidates, same, dump, times):
        self.set, self.publisher = known["set"], publisher(known.get("url"), known["id"])
        self.id, self.title, self.dump, self.times = known["id"], known["title"], dump, times
        self.texts, self.x = [t for t, _ in candidates], np.array([r for _, r in candidates])
        self.right = np.array([same(t) == same(self.title) for t in self.texts])

    def add_nothing(self):
        self.texts.insert(0, "")
        self.x = np.vstack([np.zeros(self.x.shape[1]), self.x])
        self.right = np.concatenate([[not self.right.any()], self.right])


def known_pages(bench):
    """What is known of each page whose title is, by its id."""
    known = {}
    for name in SETS:
        for line in open(f"{bench}/data/{name}/pages.jsonl", encoding="utf-8"):
            page = json.loads(line)
            if page.get("title") and not page.get("exclude"):
                page["set"] = name
                known[page["id"]] = page
    return known


def cut(lines, title, same, draw):
    """A text's lines from its headline on, or from up to two lines above it; none if no line is the headline. draw: bytes."""
    at = [i for i, line in enumerate(lines) if same(line) == same(title)]
    if not at:
        return []
    first = max(0, at[-1 if len(at) < 3 else 0] - draw[3] % 3)  # of two, the first is <title>'s or a menu's
    return lines[first:first + CUT_LINES + draw[4] % 40]


def make_like(kind, listing, out, known, same):
    """The list of the pages of a kind that is made from another's: see LINE_KINDS."""
    own = f"{out}/{kind}.tsv"
    os.makedirs(f"{out}/{kind}", exist_ok=True)
    with open(own, "w", encoding="utf-8") as pages:
        for line in open(listing, encoding="utf-8"):
            name, _, zone, path = line.rstrip("\n").split("\t")
            if kind.endswith("_cut"):
                text = open(path, encoding="utf-8", errors="replace").read().split("\n")
                text = cut(text, known[name]["title"], same, hashlib.sha1(name.encode()).digest())
                path = f"{out}/{kind}/{os.path.basename(path)}"
                if not text:
                    continue
                with open(path, "w", encoding="utf-8") as page:
                    page.write("\n".join(text))
            pages.write("\t".join((name, "", zone, path)) + "\n")
    return own


def dump_kinds(bench, dumper, lines, same):
    """Makes the pages of each kind, and dumps their candidates; returns DUMP.tsv=TIMES of each."""
    sys.path.insert(0, f"{ROOT}/test/bench")
    import signers
    steps = signers.LEARNED | signers.JUDGED | {"wrapped": ["wrapped"]}
    known = known_pages(bench)
    out = f"{ROOT}/build/bench/titles"
    os.makedirs(out, exist_ok=True)
    dumps = []
    for kind, times in (LINE_KINDS | LINE_JUDGED if lines else KINDS | JUDGED).items():
        of, _, change = kind.partition("_")
        listing = signers.make(bench, out, of, steps[of], known)
        if change:
            listing = make_like(kind, listing, out, known, same)
        with open(f"{out}/{kind}.txt", "wb") as dump:
            subprocess.run([dumper] + ["--lines"] * lines + [listing], stdout=dump, check=True)
        dumps.append(f"{out}/{kind}.txt={times}")
    return dumps


def load(bench, dumps, same):
    """The pages of all dumps, each page once a dump; a dump may count more or less: DUMP.tsv=0.3."""
    known = known_pages(bench)
    pages = []
    for dump in dumps:
        path, _, times = dump.partition("=")
        rows = collections.OrderedDict()
        for line in open(path, encoding="utf-8", errors="replace"):
            fields = line.rstrip("\n").split("\t")
            rows.setdefault(fields[0], []).append((fields[1], [float(f) for f in fields[2:]]))
        pages += [Page(known[i], c, same, path, float(times or 1)) for i, c in rows.items() if i in known]
    return pages


def without_title(page):
    """The same page with its headline left out: what is right is to choose nothing."""
    rest = copy.copy(page)
    keep = ~page.right
    keep[0] = True
    rest.x, rest.right, rest.texts = page.x[keep], page.right[keep].copy(), [t for t, k in zip(page.texts, keep) if k]
    rest.right[0] = True
    rest.times = page.times * LEFT_OUT
    return rest


def fit(pages, lines=False):
    if lines:
        pages = pages + [without_title(p) for p in pages]
    pages = [p for p in pages if p.times and p.right.any() and not p.right.all()]
    x = np.vstack([p.x for p in pages])
    right = np.concatenate([p.right for p in pages])
    sizes = [len(p.x) for p in pages]
    first = np.cumsum([0] + sizes[:-1])
    page = np.repeat(np.arange(len(pages)), sizes)
    weight = np.array([SETS[p.set] * p.times for p in pages])

    def loss(w):
        s = x @ w
        e = np.exp(s - np.maximum.reduceat(s, first)[page])
        prob = e / np.add.reduceat(e, first)[page]
        hit = prob * right
        hits = np.add.reduceat(hit, first) + 1e-12
        total = PENALTY * w @ w - weight @ np.log(hits)
        return total, 2 * PENALTY * w - x.T @ (weight[page] * (hit / hits[page] - prob))

    return minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B").x


def cross_validate(pages, lines):
    """The scores on each page by weights learned without its publisher, once per shuffle."""
    publishers = sorted({p.publisher for p in pages})
    scores = [[] for _ in pages]
    for seed in range(SHUFFLES):
        order = publishers[:]
        random.Random(seed).shuffle(order)
        fold = {name: i % FOLDS for i, name in enumerate(order)}
        for k in range(FOLDS):
            w = fit([p for p in pages if fold[p.publisher] != k], lines)
            for i, p in enumerate(pages):
                if fold[p.publisher] == k:
                    scores[i].append(p.x @ w)
    return scores


def report(pages, scores):
    for dump in dict.fromkeys(p.dump for p in pages):
        print(dump)
        for name in SETS:
            part = [(p, s) for p, s in zip(pages, scores) if p.set == name and p.dump == dump]
            if part:
                right = np.mean([p.right[np.argmax(s)] for p, tries in part for s in tries])
                there = sum(bool(p.right[len(p.texts[0]) == 0:].any()) for p, _ in part) / len(part)
                print(f"  {name:11} {len(part):4} pages: chosen {right:.3f}, among the candidates {there:.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", required=True)
    parser.add_argument("--dump", nargs="+", help="DUMP.tsv or DUMP.tsv=TIMES")
    parser.add_argument("--lines", action="store_true", help="the dumps are of build/dump-title-features --lines")
    parser.add_argument("--dumper", default=f"{ROOT}/build/dump-title-features")
    parser.add_argument("--write")
    parser.add_argument("--misses", action="store_true")
    args = parser.parse_args()
    spec = importlib.util.spec_from_file_location("score", f"{args.bench}/score.py")
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    names = subprocess.run([args.dumper] + ["--lines"] * args.lines + ["--names"], capture_output=True, text=True,
                           check=True).stdout.split()
    args.dump = args.dump or dump_kinds(args.bench, args.dumper, args.lines, score.norm_title)
    pages = load(args.bench, args.dump, score.norm_title)
    if args.lines:
        for page in pages:
            page.add_nothing()
    scores = cross_validate(pages, args.lines)
    print("by publishers not seen in training:")
    report(pages, scores)
    if args.misses:
        for p, tries in zip(pages, scores):
            wrong = [int(np.argmax(s)) for s in tries if not p.right[np.argmax(s)]]
            if p.right.any() and 2 * len(wrong) > len(tries):
                print(p.dump, p.id, "\n   right:", p.title, "\n  chosen:", p.texts[wrong[0]])
    sure = calibrate([(without_nothing(p, s), p.right[np.argmax(s)], SETS[p.set] * p.times)
                      for p, tries in zip(pages, scores) for s in tries if p.times and p.texts[np.argmax(s)]])
    w = fit(pages, args.lines)
    print("trained on all:")
    report(pages, [[p.x @ w] for p in pages])
    for name, value in sorted(zip(names, w), key=lambda x: x[1]):
        print(f"  {value:6.2f} {name}")
    if args.write:
        write(args.write, names, w, "title_line" if args.lines else "title", sure,
              ", ".join(f"{os.path.splitext(os.path.basename(d.partition('=')[0]))[0]} {float(d.partition('=')[2] or 1):g}"
                        for d in args.dump if not d.endswith("=0.0")))


def without_nothing(page, scores):
    return scores if page.texts[0] else scores[1:]


def write(path, names, w, model, sure, kinds):
    prefix = model.upper() + ("" if model == "title_line" else "_FEATURE")
    with open(path, "w") as out:
        out.write(f"/*\n * {model}_model_gen.c\n *\t  Weights of the features of {model}.h."
                  "  Made by tools/train_title.py --write: change nothing here.\n"
                  f" *\t  Learned from pages of these kinds, and how much each counts: {kinds}.\n */\n"
                  f'#include "article/title/{model}.h"\n\nconst float {model}_weights[{model.upper()}_FEATURE_COUNT] = {{\n')
        for name, value in zip(names, w):
            out.write(f"\t[{prefix}_{name}] = {value:.3f}f,\n")
        out.write("};\n\n" + as_c(f"{model}_confidence", *sure))


if __name__ == '__main__':
    main()
