#!/usr/bin/env python3
"""Learns the weights of src/article/date/date_feature_list.h.

  train_dates.py [--flat] [--write LIST.h] [--confidence NAME_gen.c] KIND:PAGES.jsonl:DAYS ...

PAGES.jsonl holds the right answers (id, set, url, published), DAYS the output of tools/dump_dates.c for the same pages. KIND: "orig",
or what the benchmark's reduce.py (noclass, bare, text, wrapped) and distract.py (d1, d2 … by seed; noclass_d1 …) and
undeclared_pages.py (nold, nometa, masthead, nometa_masthead) have made of them.
A day's score is the sum of its features' weights; the weights are those under which the right day of each page is
most probable (conditional logit, L2 penalty), found with Newton's method.  What is printed is measured on publishers that
the weights were not learned from (ten folds by host name).  The weights start from
what is written below: a start from those in use would have seen the answers.  Those in use were learned with a penalty of 0.3, of
ordinary pages with --seeds 1 from the kinds orig, d1, noclass, noclass_d1, nold, nometa, masthead, nometa_masthead and, given as noclass,
bare, some of which declare something; of flat ones (--flat) from bare, text and wrapped.
"""
import argparse
import collections
import json
import random
import re
import urllib.parse

import numpy as np

from calibrate import as_c, calibrate


# Sets whose dates come from the publishers' own data count more than those read from the page.
TRUSTED = r'^(frgold|fundus|postlight)'
# What a page declares is nearly always right where it is checked against a publisher's own data; the pages where another
# date was taken for the right one must not talk these weights down.
# The list of other news above a headline is rare here, and took the day of two pages of three on a site that is not here: UNCLAIMED
# is held at a weight that costs no page here.
# The first date that scripts call published is the article's, others are of articles beside it: without JSON-LD, pages of which another
# script holds the article further down must not talk that around.
# No annotated page says when it was fetched, so the weight of "yesterday" cannot be learned.
EXPECTED = {'LD_PUBLISHED': 4.0, 'OG_PUBLISHED': 3.5, 'META_PUBLISHED': 2.5, 'ITEMPROP_NEAR': 2.4,
            'SCRIPT_FIRST': 2.0, 'SCRIPT_OTHER': 1.0, 'PRINTED_RELATIVE': -1.5, 'UNCLAIMED': -4.0, 'REVISED': -2.0}
STIFF = 30.0
# Truths that are the day of a modification, and features that mostly come together, make weights of a sign that no reader
# would believe.  These start from half a point for or against, are moved with more reason, and stay there where they would
# change their sign.
HINT = 0.5
HINT_STIFF = 5.0
SPEAKS_FOR = ('LD_CREATED', 'LD_OTHER', 'ITEMPROP_FAR', 'TIME_NEAR', 'TIME_PUBLISHED', 'PRINTED_PUBLISHED', 'PRINTED_NEXT')
SPEAKS_AGAINST = ('LD_MODIFIED', 'OG_MODIFIED', 'META_MODIFIED', 'LD_OTHER_MODIFIED', 'ITEMPROP_MODIFIED', 'TIME_MODIFIED',
                  'PRINTED_MODIFIED', 'TEASER_NEAR', 'TEASER_FAR', 'CROWDED', 'MASTHEAD', 'ASIDE_FAR', 'LINK_FAR', 'IN_FOOTER', 'PRINTED_LONG')
FOLDS = 10
# How much a page of each kind counts: the pages as published most, what other programs make of them
# less, because each page comes in several kinds.
KINDS = {'noclass': 0.15, 'nold': 0.2, 'nometa': 0.2, 'masthead': 0.2, 'nometa_masthead': 0.2, 'bare': 0.5, 'text': 0.5, 'wrapped': 0.3, 'd': 0.2, 'noclass_d': 0.15}


class Page:
    """What is known of one page, and the days that it mentions: (as written and in the page's zone, features)."""

    def __init__(self, kind, known, days):
        self.kind, self.set, self.id, self.days = kind, known['set'], known['id'], days
        self.publisher = (urllib.parse.urlsplit(known.get('url') or '').hostname or known['id']).removeprefix('www.')
        truth = str(known['published'])[:10]
        written = [i for i, (day, _) in enumerate(days) if truth in day.split()]
        # Two days can be the truth: 22:00 in UTC is the next day here.  The one that is printed so is what a reader sees.
        self.right = min(written, key=lambda i: days[i][0].split().index(truth), default=-1)
        self.also = set(written)
        self.times = (3 if re.search(TRUSTED, self.set) else 1) * KINDS.get(re.sub(r'\d', '', kind), 1)


def read_pages(groups):
    pages = []
    for group in groups:
        kind, answers, days = group.split(':')
        found = collections.defaultdict(list)
        for line in open(days, encoding='utf-8', errors='replace'):
            cells = line.rstrip('\n').split('\t')
            if len(cells) >= 6:
                found[cells[0]].append((cells[1], cells[-1].split()))
        for line in open(answers, encoding='utf-8'):
            known = json.loads(line)
            if known.get('published') and not known.get('exclude'):
                pages.append(Page(kind, known, found[known['id']]))
    return pages


class Days:
    """The days of many pages, one below the other: their features, the first of each page, the right one."""

    def __init__(self, pages, rows):
        self.pages = pages
        self.x = np.vstack(rows)
        sizes = np.array([len(r) for r in rows])
        self.first = np.cumsum(sizes) - sizes
        self.page = np.repeat(np.arange(len(rows)), sizes)
        self.right = self.first + np.array([page.right for page in pages])
        self.times = np.array([page.times for page in pages])


def matrix(page, names):
    index = {name: i for i, name in enumerate(names)}
    rows = np.zeros((len(page.days), len(names)))
    for i, (_, features) in enumerate(page.days):
        for name in features:
            if name in index:
                rows[i, index[name]] = 1
    return rows


def chances(data, weights):
    """The probability of each day, and the logarithm of it."""
    scores = data.x @ weights
    scores = scores - np.maximum.reduceat(scores, data.first)[data.page]
    total = np.add.reduceat(np.exp(scores), data.first)
    return np.exp(scores) / total[data.page], scores - np.log(total)[data.page]


def likelihood(data, weights):
    return data.times @ chances(data, weights)[1][data.right]


def slope(data, weights):
    chance = chances(data, weights)[0]
    mean = np.add.reduceat(chance[:, None] * data.x, data.first)
    gradient = data.times @ (data.x[data.right] - mean)
    hessian = (data.x * (chance * data.times[data.page])[:, None]).T @ data.x - (mean * data.times[:, None]).T @ mean
    return gradient, hessian


def signs_of(names):
    return np.array([1 if name in SPEAKS_FOR else -1 if name in SPEAKS_AGAINST else 0 for name in names])


def learn(data, signs, prior, stiffness, penalty):
    """Weights with the right signs: those with a wrong sign stay at the prior, and the rest is learned again."""
    held = np.zeros(len(prior), bool)
    while True:
        weights = learn_free(data, prior, stiffness, penalty, held)
        wrong = signs * weights < -1e-3
        if not wrong.any():
            return weights
        held |= wrong


def learn_free(data, prior, stiffness, penalty, held, rounds=20):
    """Newton's method with steps halved until the penalised likelihood grows. What is held stays at the prior."""
    weights = prior.copy()
    penalty = penalty * stiffness
    free = ~held

    def value(w):
        return likelihood(data, w) - (penalty / 2 * (w - prior) ** 2).sum()

    for _ in range(rounds):
        gradient, hessian = slope(data, weights)
        gradient = (gradient - penalty * (weights - prior))[free]
        step = np.zeros(len(weights))
        step[free] = np.linalg.solve((hessian + np.diag(penalty))[np.ix_(free, free)], gradient)
        here = value(weights)
        while value(weights + step) < here and abs(step).max() > 1e-4:
            step /= 2
        weights = weights + step
        if abs(step).max() < 1e-3:
            break
    return weights


def how_to_learn(names):
    """The signs that weights must have, where they start, and how stiffly they stay there."""
    signs = signs_of(names)
    expected = np.array([name in EXPECTED for name in names])
    prior = np.where(expected, [EXPECTED.get(name, 0.0) for name in names], signs * HINT)
    return signs, prior, np.where(expected, STIFF, np.where(signs != 0, HINT_STIFF, 1.0))


def teach(pages, rows, *how):
    taught = [i for i, page in enumerate(pages) if page.right >= 0 and len(page.days) > 1]
    return learn(Days([pages[i] for i in taught], [rows[i] for i in taught]), *how)


def folds(pages, seed):
    """The fold of each publisher, the same for all kinds of its pages."""
    publishers = sorted({page.publisher for page in pages})
    random.Random(seed).shuffle(publishers)
    return {publisher: i % FOLDS for i, publisher in enumerate(publishers)}


def cross_validate(pages, rows, seeds, *how):
    """For every page the scores of its days by weights that were learned without its publisher."""
    scores = [[] for _ in pages]
    for seed in range(seeds):
        fold = folds(pages, seed)
        for k in range(FOLDS):
            taught = [i for i, page in enumerate(pages) if fold[page.publisher] != k]
            weights = teach([pages[i] for i in taught], [rows[i] for i in taught], *how)
            for i, page in enumerate(pages):
                if fold[page.publisher] == k:
                    scores[i].append(rows[i] @ weights)
    return scores


def is_right(page, scores):
    return len(scores) > 0 and int(np.argmax(scores)) in page.also


def report(pages, scores):
    right = collections.defaultdict(list)
    for page, tries in zip(pages, scores):
        right[page.kind, page.set] += [is_right(page, s) for s in tries]
    for kind in dict.fromkeys(page.kind for page in pages):
        sets = {name: np.mean(hits) for (k, name), hits in right.items() if k == kind}
        print(f'  {kind:12}', ' '.join(f'{name} {share:.3f}' for name, share in sets.items()))


def write_confidence(path, pages, scores):
    name = path.split('/')[-1].removesuffix('_gen.c')
    found = calibrate([(s, is_right(p, s), p.times) for p, tries in zip(pages, scores) for s in tries if len(s) > 0])
    with open(path, 'w') as out:
        out.write(f'/*\n * {name}_gen.c\n *\t  How often the best day is right, by its log odds; see article/confidence.h.  Made by\n'
                  ' *\t  tools/train_dates.py --confidence: change nothing here.\n */\n#include "article/date/date_evidence.h"\n\n')
        out.write(as_c(name, *found))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--write')
    parser.add_argument('--list', default='src/article/date/date_feature_list.h')
    parser.add_argument('--penalty', type=float, default=0)
    parser.add_argument('--seeds', type=int, default=2)
    parser.add_argument('--flat', action='store_true', help='write the weights of flat pages: bare, text, wrapped')
    parser.add_argument('--confidence', help='NAME_gen.c: writes how sure a day is, by its score')
    parser.add_argument('--misses', help='a kind of pages')
    parser.add_argument('groups', nargs='+')
    args = parser.parse_args()
    names = re.findall(r'^DATE_FEATURE\((\w+),', open(args.list).read(), re.M)
    how = how_to_learn(names)
    pages = read_pages(args.groups)
    rows = [matrix(page, names) for page in pages]
    best = None
    for penalty in [args.penalty] if args.penalty else [0.3, 1.0]:
        scores = cross_validate(pages, rows, args.seeds, *how, penalty)
        overall = np.average([np.mean([is_right(p, s) for s in tries]) for p, tries in zip(pages, scores)],
                             weights=[p.times for p in pages])
        print(f'penalty {penalty}: {overall:.4f} by publishers not seen in training')
        report(pages, scores)
        if best is None or overall > best[0]:
            best = (overall, penalty, scores)
    for page, tries in zip(pages, best[2]):
        if page.kind == args.misses and not is_right(page, tries[0]):
            top = page.days[int(np.argmax(tries[0]))] if page.days else ('-', ())
            true = page.days[page.right] if page.right >= 0 else ('-', ())
            print('miss', page.id, '\n  chosen', *top, '\n  right', *true)
    if args.confidence:
        write_confidence(args.confidence, pages, best[2])
    weights = teach(pages, rows, *how, best[1])
    print('trained on all:')
    report(pages, [[r @ weights] for r in rows])
    for name, weight in sorted(zip(names, weights), key=lambda x: -x[1]):
        print(f'{weight:7.2f} {name}')
    if args.write:
        table = open(args.write).read()
        for name, weight in zip(names, weights):
            which = rf'^(DATE_FEATURE\({name}, )[^)]*, ' if not args.flat else rf'^(DATE_FEATURE\({name}, [^)]*, )[^)]*'
            table = re.sub(which, rf'\g<1>{weight:.2f}' + ('' if args.flat else ', '), table, flags=re.M)
        open(args.write, 'w').write(table)


if __name__ == '__main__':
    main()
