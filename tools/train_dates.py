#!/usr/bin/env python3
"""Learns the weights of src/article/date/date_feature_list.h.

  train_dates.py [--write LIST.h] PAGES.jsonl:DAYS ...

PAGES.jsonl holds the right answers (id, url, published), DAYS the output of tools/dump_dates.c for the same pages.
A day's score is the sum of its features' weights; the weights are those under which the right day of each page is
most probable (conditional logit, L2 penalty), found with Newton's method.  What is printed is measured on publishers that
the weights were not learned from (ten folds by host name, dealt three times).  The weights start from
what is written below: a start from those in use would have seen the answers.
"""
import argparse
import collections
import json
import random
import re
import urllib.parse

import numpy as np


# Sets whose dates come from the publishers' own data count more than those read from the page.
TRUSTED = r'/(frgold|fundus)'
# What a page declares is nearly always right where it is checked against a publisher's own data; the pages where another
# date was taken for the right one must not talk these weights down.
# No annotated page says when it was fetched, so the weight of "yesterday" cannot be learned.
EXPECTED = {'LD_PUBLISHED': 4.0, 'OG_PUBLISHED': 3.5, 'META_PUBLISHED': 2.5, 'ITEMPROP_NEAR': 2.4,
            'PRINTED_RELATIVE': -1.5}
STIFF = 20.0
# Truths that are the day of a modification, and features that mostly come together, make weights of a sign that no reader
# would believe.  These start from half a point for or against, are moved with more reason, and stay there where they would
# change their sign.
HINT = 0.5
HINT_STIFF = 5.0
SPEAKS_FOR = ('LD_CREATED', 'LD_OTHER', 'ITEMPROP_FAR', 'TIME_NEAR', 'TIME_PUBLISHED', 'PRINTED_PUBLISHED', 'PRINTED_NEXT')
SPEAKS_AGAINST = ('LD_MODIFIED', 'OG_MODIFIED', 'META_MODIFIED', 'LD_OTHER_MODIFIED', 'ITEMPROP_MODIFIED', 'TIME_MODIFIED',
                  'PRINTED_MODIFIED', 'ASIDE_FAR', 'LINK_FAR', 'IN_FOOTER', 'PRINTED_LONG')
FOLDS = 10


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


def signs_of(names):
    return np.array([1 if name in SPEAKS_FOR else -1 if name in SPEAKS_AGAINST else 0 for name in names])


def learn(data, signs, prior, stiffness, penalty):
    """Weights with the right signs: those with a wrong sign stay at the prior, and the rest is learned again."""
    held = np.zeros(len(prior), bool)
    while True:
        weights = learn_free([(rows * ~held, right, times) for rows, right, times in data], prior, stiffness, penalty)
        wrong = signs * weights < -1e-3
        if not wrong.any():
            return weights
        held |= wrong


def learn_free(data, prior, stiffness, penalty, rounds=15):
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


def folds(pages, seed):
    """The fold of each host; one name of a publisher with and without www."""
    hosts = sorted({page[2].removeprefix('www.') for page in pages})
    random.Random(seed).shuffle(hosts)
    return {host: i % FOLDS for i, host in enumerate(hosts)}


def cross_validate(pages, data, signs, prior, stiffness, penalty, seeds=3):
    right = collections.Counter()
    total = collections.Counter()
    for seed in range(seeds):
        fold = folds(pages, seed)
        place = [fold[page[2].removeprefix('www.')] for page in pages]
        for k in range(FOLDS):
            weights = learn([d for p, d in zip(place, data) if p != k], signs, prior, stiffness, penalty)
            for page, p, (rows, answer, _) in zip(pages, place, data):
                if p != k:
                    continue
                total[page[0]] += 1
                right[page[0]] += len(rows) > 0 and int(np.argmax(rows @ weights)) == answer
    return {s: right[s] / total[s] for s in total}, sum(right.values()) / sum(total.values())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--write')
    parser.add_argument('--list', default='src/article/date/date_feature_list.h')
    parser.add_argument('--penalty', type=float, default=0)
    parser.add_argument('pairs', nargs='+')
    args = parser.parse_args()
    names = re.findall(r'^DATE_FEATURE\((\w+),', open(args.list).read(), re.M)
    signs = signs_of(names)
    expected = np.array([name in EXPECTED for name in names])
    prior = np.where(expected, [EXPECTED.get(name, 0.0) for name in names], signs * HINT)
    stiffness = np.where(expected, STIFF, np.where(signs != 0, HINT_STIFF, 1.0))
    pages = read_pages(args.pairs)
    data = matrices(pages, names)
    best = None
    for penalty in [args.penalty] if args.penalty else [0.15, 0.3, 0.6, 1.2]:
        by_set, overall = cross_validate(pages, data, signs, prior, stiffness, penalty)
        print(f'penalty {penalty}: {overall:.4f}', {s.split('/')[-2]: round(v, 4) for s, v in by_set.items()})
        if best is None or overall > best[0]:
            best = (overall, penalty)
    weights = learn(data, signs, prior, stiffness, best[1])
    for name, weight in sorted(zip(names, weights), key=lambda x: -x[1]):
        print(f'{weight:7.2f} {name}')
    if args.write:
        table = open(args.write).read()
        for name, weight in zip(names, weights):
            table = re.sub(rf'^DATE_FEATURE\({name}, [^)]*\)', f'DATE_FEATURE({name}, {weight:.2f})', table, flags=re.M)
        open(args.write, 'w').write(table)


if __name__ == '__main__':
    main()
