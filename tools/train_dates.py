#!/usr/bin/env python3
"""Learns the weights of src/article/date_feature_list.h.

  train_dates.py [--write LIST.h] PAGES.jsonl:DAYS ...

PAGES.jsonl holds the right answers (id, url, published), DAYS what tools/dump_dates.c prints for the same pages.
A day's score is the sum of its features' weights; the weights are those under which the right day of each page is
most probable (conditional logit, L2 penalty), found with Newton's method.  What is printed is measured on publishers that
the weights were not learned from (ten folds by host name).
"""
import argparse
import collections
import json
import re
import urllib.parse

import numpy as np


# Sets whose dates were taken from the publishers' own data count more than those read off the page.
TRUSTED = r'/(frgold|fundus)'
# What a page declares is nearly always right where it is checked against a publisher's own data; the pages where another
# date was taken for the right one must not talk these weights down.
DECLARED = ('LD_PUBLISHED', 'OG_PUBLISHED', 'META_PUBLISHED', 'ITEMPROP_NEAR')
STIFF = 20.0


def read_pages(pairs):
    pages = []
    for pair in pairs:
        answers, days = pair.split(':')
        found = collections.defaultdict(list)
        for line in open(days, encoding='utf-8', errors='replace'):
            cells = line.rstrip('\n').split('\t')
            if len(cells) >= 6:
                found[cells[0]].append((cells[1], cells[-1].split()))
        for line in open(answers, encoding='utf-8'):
            page = json.loads(line)
            if page.get('published'):
                host = urllib.parse.urlsplit(page.get('url') or '').hostname or page['id']
                pages.append((answers, page['id'], host, str(page['published'])[:10], found[page['id']]))
    return pages


def matrices(pages, names):
    index = {name: i for i, name in enumerate(names)}
    out = []
    for answers, _, _, truth, days in pages:
        rows = np.zeros((len(days), len(names)))
        for i, (_, features) in enumerate(days):
            for name in features:
                if name in index:
                    rows[i, index[name]] = 1
        right = [i for i, (day, _) in enumerate(days) if truth in day.split()]
        times = 3 if re.search(TRUSTED, answers) else 1
        out.append((rows, right[0] if right else -1, times))
    return out


def likelihood(data, weights):
    total = 0
    for rows, right, times in data:
        scores = rows @ weights
        total += times * (scores[right] - scores.max() - np.log(np.exp(scores - scores.max()).sum()))
    return total


def slope(data, weights):
    gradient = np.zeros(len(weights))
    hessian = np.zeros((len(weights), len(weights)))
    for rows, right, times in data:
        scores = rows @ weights
        chance = np.exp(scores - scores.max())
        chance /= chance.sum()
        mean = chance @ rows
        gradient += times * (rows[right] - mean)
        hessian += times * (rows.T @ (chance[:, None] * rows) - np.outer(mean, mean))
    return gradient, hessian


def learn(data, prior, stiffness, penalty, rounds=15):
    """Newton's method with steps halved until the penalised likelihood grows."""
    data = [d for d in data if d[1] >= 0 and len(d[0]) > 1]
    weights = prior.copy()
    penalty = penalty * stiffness

    def value(w):
        return likelihood(data, w) - (penalty / 2 * (w - prior) ** 2).sum()

    for _ in range(rounds):
        gradient, hessian = slope(data, weights)
        step = np.linalg.solve(hessian + np.diag(penalty), gradient - penalty * (weights - prior))
        here = value(weights)
        while value(weights + step) < here and abs(step).max() > 1e-4:
            step /= 2
        weights = weights + step
        if abs(step).max() < 1e-3:
            break
    return weights


def folds(pages):
    hosts = sorted({page[2] for page in pages})
    return {host: i % 10 for i, host in enumerate(sorted(hosts, key=lambda h: hash_of(h)))}


def hash_of(text):
    value = 0
    for byte in text.encode():
        value = (value * 131 + byte) % 1000003
    return value


def cross_validate(pages, data, prior, stiffness, penalty):
    fold = folds(pages)
    right = collections.Counter()
    total = collections.Counter()
    for k in range(10):
        weights = learn([d for p, d in zip(pages, data) if fold[p[2]] != k], prior, stiffness, penalty)
        for page, (rows, answer, _) in zip(pages, data):
            if fold[page[2]] != k:
                continue
            total[page[0]] += 1
            right[page[0]] += len(rows) > 0 and int(np.argmax(rows @ weights)) == answer
    return {s: right[s] / total[s] for s in total}, sum(right.values()) / sum(total.values())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--write')
    parser.add_argument('--list', default='src/article/date_feature_list.h')
    parser.add_argument('--prior', default='src/article/date_feature_list.h', help='weights to start from')
    parser.add_argument('--penalty', type=float, default=0)
    parser.add_argument('pairs', nargs='+')
    args = parser.parse_args()
    names = re.findall(r'^DATE_FEATURE\((\w+),', open(args.list).read(), re.M)
    table = dict(re.findall(r'^DATE_FEATURE\((\w+), ([-0-9.]+)', open(args.prior).read(), re.M))
    prior = np.array([float(table.get(name, 0)) for name in names])
    stiffness = np.array([STIFF if name in DECLARED else 1.0 for name in names])
    pages = read_pages(args.pairs)
    data = matrices(pages, names)
    best = None
    for penalty in [args.penalty] if args.penalty else [0.3, 1, 2, 4]:
        by_set, overall = cross_validate(pages, data, prior, stiffness, penalty)
        print(f'penalty {penalty}: {overall:.4f}', {s.split('/')[-2]: round(v, 4) for s, v in by_set.items()})
        if best is None or overall > best[0]:
            best = (overall, penalty)
    weights = learn(data, prior, stiffness, best[1])
    for name, weight in sorted(zip(names, weights), key=lambda x: -x[1]):
        print(f'{weight:7.2f} {name}')
    if args.write:
        table = open(args.write).read()
        for name, weight in zip(names, weights):
            table = re.sub(rf'^DATE_FEATURE\({name}, [^)]*\)', f'DATE_FEATURE({name}, {weight:.2f})', table, flags=re.M)
        open(args.write, 'w').write(table)


if __name__ == '__main__':
    main()
