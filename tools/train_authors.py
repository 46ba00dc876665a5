#!/usr/bin/env python3
"""Learns the weights of src/article/author/author_feature_list.h.

  train_authors.py --bench ../shared/bench/extraction DUMP.txt …             # cross-validation by publisher
  train_authors.py --bench … DUMP.txt … --write src/article/author/author_feature_list.h

Each DUMP.txt is the output of build/dump-authors for pages of the benchmark: as they are (orig.txt), reduced (reduce.py: noclass, bare,
text), with other articles around them (distract.py: dis1, dis2; of noclass ncd1, ncd2; reduced after it textd5, bared4), or with other
people's names in them (strangers.py: odd1, odd2, of noclass ncodd3, reduced after it textodd4).  The digit is the seed.  A conditional logit over the lists of a page and "nobody": the weights maximize
the sum of log probabilities of the right lists, minus a penalty on their squares.  Every page also counts once without its
right lists: then nobody is the answer, so that other people's names are worth less than none.
Needs python3-numpy and python3-scipy; the product needs neither.
"""
import argparse
import importlib.util
import json
import os
import random
import re
from urllib.parse import urlparse

import numpy as np
from scipy.optimize import minimize

# How far the authors of each set can be trusted.
SETS = {'frgold': 2.0, 'fundus': 2.0, 'fundus_old': 2.0, 'postlight': 1.0, 'rdb': 1.0, 'traf': 0.7, 'wcxb': 0.7}
PENALTY = 4.0  # of 1, 2, 4, 8 and 16 with the most right names held out, at equal precision
STIFF = 8.0  # of the weights that are expected
FOLDS = 5
UNSIGNED = 0.1  # weight of a page without its right lists
WRONG_ANSWERS = 0.05  # share of pages whose answer is not the byline's: no weights can make up for them
HALF_RIGHT = 0.5  # the least set F1 of a list that counts as partly right
# Features whose weight has the sign that a reader would expect: the invented teasers around some pages would teach others.
SPEAK_AGAINST = set(('IN_TEXT IN_TITLE COMMENT RELATED NAVIGATION SIDE FOOTER BUTTON SERVICE CAPTION PICTURE QUOTATION OTHER_ARTICLE LINKED '
                     'BESIDE_TEASER IN_CROWD OTHER_PHRASE LONG RUNNING UNREAD_ONE UNREAD_MORE NOT_DECLARED OTHER_DAY PHOTOS IN_HEADING '
                     'IN_SIDE CUED_WEAKLY CUED_WEAKLY_FAR NOBODY_PERSON_DECLARED NOT_READ OTHER_HEADLINE OUTSIDE_END SITE SITE_PERSON '
                     'TOLD BY_OFFICE BARE_LATE BARE_MORE AFTER_QUOTATION DICTIONARY FAMILY_IN_TEXT FAMILY_IN_TITLE GIVEN_NAME_FAR').split())
SPEAK_FOR = set('DECLARED REPEATED OWN_DAY AGREED AT_TITLE BYLINE_PHRASE WHOLE NOBODY_CROWD MARKED_REL SPELLED'.split())
# Places where names are other people's, whoever the publisher is: rare on annotated pages, so their weights start from what
# a reader would say, not from 0.
EXPECTED = {'RELATED': -3.0, 'COMMENT': -3.0, 'NAVIGATION': -2.0, 'QUOTATION': -2.0, 'OTHER_ARTICLE': -2.0, 'CAPTION': -1.5,
            'OUTSIDE_END': -1.5, 'OTHER_HEADLINE': -1.0, 'BESIDE_TEASER': -1.0, 'SERVICE': -1.0, 'BUTTON': -1.0, 'IN_SIDE': -1.0,
            'IN_TEXT': -0.5, 'IN_TITLE': -1.0, 'TOLD': -2.0, 'AFTER_QUOTATION': -2.0, 'BY_OFFICE': -2.5, 'BARE_LATE': -1.0}
# Of a page without its right lists these are no longer true.
OF_THE_LISTS = ('DECLARED', 'NOT_DECLARED', 'REPEATED', 'AGREED', 'NOBODY_PERSON_DECLARED', 'NOBODY_OTHER_DECLARED', 'NOBODY_SITE_DECLARED')
# How much the pages of a dump count, by its name: of a copy among other articles, half of the page itself.
SHARES = {'dis1': 0.5, 'dis2': 0.5, 'ncd1': 0.5, 'ncd2': 0.5, 'textd5': 0.5, 'bared4': 0.5,
          'odd1': 1.0, 'odd2': 1.0, 'ncodd3': 1.0, 'textodd4': 0.25}
# The same as in author_printed.c
JOINING, SAME_NODES, SAME_BLOCKS = 1.0, 20, 8
WAYS = set('MARKED PROFILE CUED CUED_WEAKLY BARE LABELLED SIGNATURE'.split())


def publisher(url, page_id):
    host = (urlparse(url or '').hostname or page_id).removeprefix('www.').split('.')
    return host[-3] if len(host) > 2 and len(host[-2]) <= 3 else host[-2] if len(host) > 1 else host[0]


def of_same_form(place, chosen):
    """The same as in author_printed.c, of the features of two places."""
    if ('RUNNING' in place - chosen) or ('IN_FULL' in chosen - place) or ('DECLARED' in chosen and 'NOT_DECLARED' in place):
        return False
    return bool(place & chosen & WAYS)


class Page:
    def __init__(self, known, kind, rows, index, names):
        self.set, self.kind, self.id = known['set'], kind, known['id']
        self.publisher = publisher(known.get('url'), known['id'])
        self.truth = names(known['authors'])
        self.flat = rows[0][0] == 'nobody flat'
        self.rows = rows  # (source, names, features)
        self.sets = [names(row[1]) for row in rows]
        self.firsts = [names(row[1][:1]) for row in rows]
        self.x = np.zeros((len(rows), len(index)))
        for i, row in enumerate(rows):
            self.x[i, [index[f] for f in row[2] if f in index]] = 1
        self.right = np.array([self.degree(i) for i in range(len(rows))])
        self.right[0] = float(not self.truth or not self.right[1:].any())
        self.touched = np.array([bool(s & self.truth) for s in self.sets])

    def degree(self, i):
        """How right a list is: a place of a byline may hold one name of several."""
        found = self.sets[i]
        if i == 0 or not found or not self.truth:
            return 0.0
        if self.rows[i][0].startswith('byline') and found <= self.truth:
            return 1.0
        f1 = 2 * len(found & self.truth) / (len(found) + len(self.truth))
        return f1 if f1 >= HALF_RIGHT else 0.0

    def joined(self, best, scores):
        """The names of a place and of its neighbors: author_take_place()."""
        if not self.rows[best][0].startswith('byline'):
            return self.sets[best]
        place = [[int(n) for n in r[0].split()[1:]] if r[0].startswith('byline') else None for r in self.rows]
        block, first, end = place[best]
        found = set()
        declared = {i for i, row in enumerate(self.rows) if 'DECLARED' in row[2]}
        for i, p in enumerate(place):
            together = p is not None and p[0] == block and i in declared and best in declared
            if p is None or (i != best and (scores[i] < scores[best] - JOINING and not together or abs(p[0] - block) > SAME_BLOCKS
                                            or p[2] + SAME_NODES < first or p[1] > end + SAME_NODES
                                            or not of_same_form(set(self.rows[i][2]), set(self.rows[best][2])))):
                continue
            found |= self.sets[i]
            end = max(end, p[2])
        return found

    def answer(self, w):
        """The chosen names, and how probable they are."""
        scores = self.x @ w
        odds = np.exp(scores - scores.max())
        odds /= odds.sum()
        if len(scores) == 1:
            return set(), 0.0
        support = [sum(o for o, t in zip(odds, self.firsts) if t == s) for s in self.firsts]
        best = 1 + int(np.argmax(support[1:]))
        best = max((i for i in range(1, len(scores)) if self.firsts[i] == self.firsts[best]), key=lambda i: scores[i])
        found = self.joined(best, scores)
        return found, sum(o for o, s in zip(odds, self.sets) if s & found)


def known_pages(bench):
    """What is known of each page whose authors are, by its id."""
    known = {}
    for name in SETS:
        for line in open(f'{bench}/data/{name}/pages.jsonl', encoding='utf-8'):
            page = json.loads(line)
            if page.get('authors') is not None and not page.get('exclude'):
                known[page['id']] = dict(page, set=name)
    return known


def feature_names(path):
    return re.findall(r'^AUTHOR_FEATURE\((\w+),', open(path, encoding='utf-8').read(), re.M)


def load(bench, dumps, index, names):
    known = known_pages(bench)
    pages = []
    for dump in dumps:
        rows = {}
        for line in open(dump, encoding='utf-8', errors='replace'):
            page_id, source, _, found, features = line.rstrip('\n').split('\t')
            rows.setdefault(page_id, []).append((source, [n for n in found.split('|') if n], features.split()))
        kind = os.path.splitext(os.path.basename(dump))[0]
        pages += [Page(known[i], kind, r, index, names) for i, r in rows.items() if i in known]
    return pages


def examples(pages, shares, index):
    """(features, rightness, weight) of each page, with and without its right lists."""
    for p in pages:
        weight = SETS[p.set] * shares.get(p.kind, 1.0)
        yield p.x, p.right, weight
        if p.touched.any():
            kept = ~p.touched
            nobody = np.zeros(int(kept.sum()))
            nobody[0] = 1.0
            x = p.x[kept]
            x[:, [index[name] for name in OF_THE_LISTS]] = 0
            yield x, nobody, weight * UNSIGNED


def fit(pages, shares, index):
    if not pages:
        return np.zeros(len(index))
    x, right, weight = zip(*[e for e in examples(pages, shares, index) if len(e[1]) > 1])
    sizes = [len(r) for r in right]
    first = np.cumsum([0] + sizes[:-1])
    page = np.repeat(np.arange(len(sizes)), sizes)
    x, right, weight = np.vstack(x), np.concatenate(right), np.array(weight)

    prior = np.array([EXPECTED.get(name, 0.0) for name in index])
    penalty = np.array([STIFF if name in EXPECTED else PENALTY for name in index])

    def loss(w):
        s = x @ w
        e = np.exp(s - np.maximum.reduceat(s, first)[page])
        prob = e / np.add.reduceat(e, first)[page]
        hit = prob * right
        hits = np.add.reduceat(hit, first)
        trusted = WRONG_ANSWERS + (1 - WRONG_ANSWERS) * hits
        total = penalty @ (w - prior) ** 2 - weight @ np.log(trusted)
        slope = weight * (1 - WRONG_ANSWERS) / trusted
        return total, 2 * penalty * (w - prior) - x.T @ (slope[page] * (hit - hits[page] * prob))

    bounds = [(None, 0) if name in SPEAK_AGAINST else (0, None) if name in SPEAK_FOR else (None, None) for name in index]
    return minimize(loss, prior, jac=True, method='L-BFGS-B', bounds=bounds, options={'maxiter': 500}).x


def folds_of(pages, folds):
    """Deals the publishers of the pages into folds; returns the function from a publisher to its fold."""
    publishers = sorted({p.publisher for p in pages})
    random.Random(1).shuffle(publishers)
    return {name: i % folds for i, name in enumerate(publishers)}.get


def cross_validate(pages, shares, index):
    """The answer for each page by weights learned without its publisher."""
    fold_of = folds_of(pages, FOLDS)
    answers = {}
    for k in range(FOLDS):
        for flat in (False, True):
            w = fit([p for p in pages if fold_of(p.publisher) != k and p.flat == flat], shares, index)
            answers.update({id(p): p.answer(w) for p in pages if fold_of(p.publisher) == k and p.flat == flat})
    return [answers[id(p)] for p in pages]


def scores(part, least):
    f1, hit, given, wanted = [], 0, 0, 0
    for page, (found, probability) in part:
        found = found if probability >= least else set()
        both = len(found & page.truth)
        f1.append(1.0 if not found and not page.truth else 2 * both / (len(found) + len(page.truth)))
        hit, given, wanted = hit + both, given + len(found), wanted + len(page.truth)
    return np.mean(f1), hit / max(given, 1), hit / max(wanted, 1)


GROUPS = (('frgold',), ('fundus', 'fundus_old'), ('postlight',), ('rdb',), ('traf',), ('wcxb',))


def report(pages, answers, least):
    for kind in dict.fromkeys(p.kind for p in pages):
        cells = []
        for group in GROUPS:
            part = [(p, a) for p, a in zip(pages, answers) if p.kind == kind and p.set in group]
            if part:
                cells.append('%s %.3f P%.3f R%.3f' % (group[0][:6], *scores(part, least)))
        print(f'{kind:8}', ' | '.join(cells))


def calibration(pages, answers, kinds):
    """A logistic curve from the probability to how often the whole list is right."""
    rows = [(min(max(a[1], 1e-4), 1 - 1e-4), float(a[0] == p.truth)) for p, a in zip(pages, answers) if p.kind in kinds and a[0]]
    z = np.array([np.log(p / (1 - p)) for p, _ in rows])
    y = np.array([r for _, r in rows])

    def loss(w):
        s = w[0] + w[1] * z
        return np.sum(np.logaddexp(0, s) - y * s)
    a, b = minimize(loss, [0.0, 1.0]).x
    print(f'calibration over {kinds}: confidence = logistic({a:.2f} + {b:.2f} * log odds)')
    c = 1 / (1 + np.exp(-(a + b * z)))
    for low, high in ((0, .5), (.5, .7), (.7, .8), (.8, .9), (.9, .95), (.95, 1.01)):
        inside = (c >= low) & (c < high)
        if inside.any():
            print(f'  {low:.2f}-{high:.2f}: {inside.sum():5} lists, mean {c[inside].mean():.3f}, right {y[inside].mean():.3f}')
    return a, b


def with_weights(table, features, weights, flat_weights):
    """The text of author_feature_list.h with these weights."""
    for name, value, flat in zip(features, weights, flat_weights):
        table = re.sub(rf'^AUTHOR_FEATURE\({name}, [^)]*\)', f'AUTHOR_FEATURE({name}, {value:.2f}, {flat:.2f})', table, flags=re.M)
    return table


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('dumps', nargs='+')
    parser.add_argument('--bench', required=True)
    parser.add_argument('--list', default='src/article/author/author_feature_list.h')
    parser.add_argument('--write')
    parser.add_argument('--share', action='append', default=[], help='KIND=WEIGHT: of the pages of a dump')
    parser.add_argument('--least', type=float, action='append', help='probability of a list that is taken')
    parser.add_argument('--misses', help='kind of which the mistakes are shown')
    args = parser.parse_args()
    spec = importlib.util.spec_from_file_location('score', f'{args.bench}/score.py')
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    features = feature_names(args.list)
    index = {name: i for i, name in enumerate(features)}
    shares = SHARES | {k: float(v) for k, v in (s.split('=') for s in args.share)}
    pages = load(args.bench, args.dumps, index, score.names)
    answers = cross_validate(pages, shares, index)
    for least in args.least or [0.5]:
        print(f'by publishers not seen in training, lists of probability {least}:')
        report(pages, answers, least)
    for flat in (False, True):
        part = [(p, a) for p, a in zip(pages, answers) if p.flat == flat]
        if part:
            print('flat pages:' if flat else 'ordinary pages:')
            calibration(*zip(*part), [os.path.splitext(os.path.basename(d))[0] for d in args.dumps])
    if args.misses:
        for p, (found, probability) in zip(pages, answers):
            if p.kind == args.misses and (found if probability >= (args.least or [0.5])[0] else set()) != p.truth:
                print(p.id, 'right:', sorted(p.truth), 'chosen:', sorted(found), f'{probability:.2f}')
    w = fit([p for p in pages if not p.flat], shares, index)
    f = fit([p for p in pages if p.flat], shares, index)
    for name, value, flat in sorted(zip(features, w, f), key=lambda x: x[1]):
        print(f'  {value:6.2f} {flat:6.2f} {name}')
    if args.write:
        table = with_weights(open(args.write, encoding='utf-8').read(), features, w, f)
        open(args.write, 'w', encoding='utf-8').write(table)


if __name__ == '__main__':
    main()
