#!/usr/bin/env python3
"""Trains the choice between headline candidates: one weight per feature.

  train_title.py --bench ../shared/bench/extraction --dump DUMP.tsv                    # cross-validation by publisher
  train_title.py --bench ../shared/bench/extraction --dump DUMP.tsv --write src/article/title/title_model_gen.c

DUMP.tsv is the output of build/dump-title-features for the pages of the benchmark:

  make -f tools/core.mk build/dump-title-features && build/dump-title-features LIST.tsv > DUMP.tsv

LIST.tsv has one line per page: id, URL, time zone, path, separated by tabs. A conditional logit: the weights maximize
the sum of log softmax(score of the right candidate among those of its page) minus a penalty on their squares.
Needs python3-numpy and python3-scipy; the product needs neither.
"""
import argparse
import collections
import importlib.util
import json
import random
import subprocess
from urllib.parse import urlparse

import numpy as np
from scipy.optimize import minimize

# How far the titles of each set can be trusted to be the headline of a news page.
SETS = {"frgold": 2.0, "fundus": 2.0, "fundus_old": 2.0, "traf": 1.0, "wcxb": 0.3}
PENALTY = 1.0
FOLDS = 10
SHUFFLES = 5  # of the publishers over the folds: the result of a single one depends on chance


def publisher(url, page_id):
    host = (urlparse(url or "").hostname or page_id).split(".")
    return host[-3] if len(host) > 2 and len(host[-2]) <= 3 else host[-2] if len(host) > 1 else host[0]


class Page:
    def __init__(self, known, rows, texts, same):
        self.set, self.publisher = known["set"], publisher(known.get("url"), known["id"])
        self.id, self.title = known["id"], known["title"]
        self.texts, self.x = texts, np.array(rows)
        self.right = np.array([same(t) == same(self.title) for t in texts])


def load(bench, dump, same):
    known = {}
    for name in SETS:
        for line in open(f"{bench}/data/{name}/pages.jsonl", encoding="utf-8"):
            page = json.loads(line)
            if page.get("title") and not page.get("exclude"):
                page["set"] = name
                known[page["id"]] = page
    rows = collections.OrderedDict()
    for line in open(dump, encoding="utf-8"):
        fields = line.rstrip("\n").split("\t")
        rows.setdefault(fields[0], []).append((fields[1], [float(f) for f in fields[2:]]))
    return [Page(known[i], [r for _, r in c], [t for t, _ in c], same) for i, c in rows.items() if i in known]


def fit(pages):
    pages = [p for p in pages if p.right.any() and not p.right.all()]
    x = np.vstack([p.x for p in pages])
    right = np.concatenate([p.right for p in pages])
    sizes = [len(p.x) for p in pages]
    first = np.cumsum([0] + sizes[:-1])
    page = np.repeat(np.arange(len(pages)), sizes)
    weight = np.array([SETS[p.set] for p in pages])

    def loss(w):
        s = x @ w
        e = np.exp(s - np.maximum.reduceat(s, first)[page])
        prob = e / np.add.reduceat(e, first)[page]
        hit = prob * right
        hits = np.add.reduceat(hit, first) + 1e-12
        total = PENALTY * w @ w - weight @ np.log(hits)
        return total, 2 * PENALTY * w - x.T @ (weight[page] * (hit / hits[page] - prob))

    return minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B").x


def cross_validate(pages):
    """The choice on each page by weights learned without its publisher, once per shuffle."""
    publishers = sorted({p.publisher for p in pages})
    chosen = [[] for _ in pages]
    for seed in range(SHUFFLES):
        order = publishers[:]
        random.Random(seed).shuffle(order)
        fold = {name: i % FOLDS for i, name in enumerate(order)}
        for k in range(FOLDS):
            w = fit([p for p in pages if fold[p.publisher] != k])
            for i, p in enumerate(pages):
                if fold[p.publisher] == k:
                    chosen[i].append(int(np.argmax(p.x @ w)))
    return chosen


def report(pages, chosen):
    for name in SETS:
        part = [(p, c) for p, c in zip(pages, chosen) if p.set == name]
        if part:
            right = np.mean([p.right[c] for p, picks in part for c in picks])
            there = sum(bool(p.right.any()) for p, _ in part) / len(part)
            print(f"{name:11} {len(part):4} pages: chosen {right:.3f}, among the candidates {there:.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", required=True)
    parser.add_argument("--dump", required=True)
    parser.add_argument("--dumper", default="build/dump-title-features")
    parser.add_argument("--write")
    parser.add_argument("--misses", action="store_true")
    args = parser.parse_args()
    spec = importlib.util.spec_from_file_location("score", f"{args.bench}/score.py")
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    names = subprocess.run([args.dumper, "--names"], capture_output=True, text=True, check=True).stdout.split()
    pages = load(args.bench, args.dump, score.norm_title)
    chosen = cross_validate(pages)
    print("by publishers not seen in training:")
    report(pages, chosen)
    if args.misses:
        for p, picks in zip(pages, chosen):
            wrong = [c for c in picks if not p.right[c]]
            if p.right.any() and 2 * len(wrong) > len(picks):
                print(p.id, "\n   right:", p.title, "\n  chosen:", p.texts[wrong[0]])
    w = fit(pages)
    print("trained on all:")
    report(pages, [[int(np.argmax(p.x @ w))] for p in pages])
    for name, value in sorted(zip(names, w), key=lambda x: x[1]):
        print(f"  {value:6.2f} {name}")
    if args.write:
        with open(args.write, "w") as out:
            out.write("/*\n * title_model_gen.c\n *\t  Weights of the features of title.h."
                      "  Made by tools/train_title.py --write: change nothing here.\n */\n"
                      '#include "article/title/title.h"\n\nconst float title_weights[TITLE_FEATURE_COUNT] = {\n')
            for name, value in zip(names, w):
                out.write(f"\t[TITLE_FEATURE_{name}] = {value:.3f}f,\n")
            out.write("};\n")


main()
