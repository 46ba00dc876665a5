#!/usr/bin/env python3
"""Train the choice between headline candidates: one weight a feature.

  train_title.py --bench ../shared/bench/extraction --dump DUMP.tsv                    # cross-validation by publisher
  train_title.py --bench ../shared/bench/extraction --dump DUMP.tsv --write src/article/title_model_table.c

DUMP.tsv is what build/dump-title-features writes for the pages of the benchmark:

  make -f tools/core.mk build/dump-title-features && build/dump-title-features LIST.tsv > DUMP.tsv

LIST.tsv has a line a page: id, URL, time zone, path, parted by tabs. A conditional logit: the weights make the
sum of log softmax(score of the right candidate among those of its page) greatest, less a penalty on their squares.
Needs python3-numpy and python3-scipy; the product needs neither.
"""
import argparse
import collections
import importlib.util
import json
import subprocess
from urllib.parse import urlparse

import numpy as np
from scipy.optimize import minimize

# How far the titles of each set can be trusted to be the headline of a news page.
SETS = {"frgold": 2.0, "fundus": 2.0, "fundus_old": 2.0, "traf": 0.7, "wcxb": 0.2}
PENALTY = 1.0
FOLDS = 10


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
    pages = [p for p in pages if p.right.any()]
    width = pages[0].x.shape[1]

    def loss(w):
        total, gradient = PENALTY * w @ w, 2 * PENALTY * w
        for p in pages:
            s = p.x @ w
            e = np.exp(s - s.max())
            prob = e / e.sum()
            hit = prob * p.right
            weight = SETS[p.set]
            total -= weight * np.log(hit.sum() + 1e-12)
            gradient -= weight * (p.x.T @ (hit / (hit.sum() + 1e-12) - prob))
        return total, gradient

    return minimize(loss, np.zeros(width), jac=True, method="L-BFGS-B").x


def report(pages, chosen):
    for name in SETS:
        part = [(p, c) for p, c in zip(pages, chosen) if p.set == name]
        if part:
            right = sum(bool(p.right[c]) for p, c in part) / len(part)
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
    publishers = sorted({p.publisher for p in pages})
    fold = {name: i % FOLDS for i, name in enumerate(publishers)}
    chosen = [0] * len(pages)
    for k in range(FOLDS):
        w = fit([p for p in pages if fold[p.publisher] != k])
        for i, p in enumerate(pages):
            if fold[p.publisher] == k:
                chosen[i] = int(np.argmax(p.x @ w))
    print("by publishers not seen in training:")
    report(pages, chosen)
    if args.misses:
        for p, c in zip(pages, chosen):
            if p.right.any() and not p.right[c]:
                print(p.id, "\n   right:", p.title, "\n  chosen:", p.texts[c])
    w = fit(pages)
    print("trained on all:")
    report(pages, [int(np.argmax(p.x @ w)) for p in pages])
    for name, value in sorted(zip(names, w), key=lambda x: x[1]):
        print(f"  {value:6.2f} {name}")
    if args.write:
        with open(args.write, "w") as out:
            out.write("/*\n * title_model_table.c\n *\t  Weights of the features of title.h."
                      "  Made by tools/train_title.py: change nothing here.\n */\n"
                      '#include "article/title.h"\n\nconst float title_weights[TITLE_FEATURE_COUNT] = {\n')
            for name, value in zip(names, w):
                out.write(f"\t[TITLE_FEATURE_{name}] = {value:.3f}f,\n")
            out.write("};\n")


main()
