#!/usr/bin/env python3
"""Trains the body model: which blocks of a page are its article.

  train_body.py --bench ../shared/bench/extraction [--folds 5] [--report]       # cross-validation by publisher
  train_body.py --bench ../shared/bench/extraction --write src/article/body/body_model_gen.c

Needs build/dump-features (make -f tools/core.mk build/dump-features), python3-numpy and python3-xgboost. The product needs none of them.

Two gradient-boosted forests. The first sees the features of feature.c; the second sees them again with the first one's scores
of the block, its neighbours, its parent and the blocks that look like it. The second is trained on scores that the first gave to
publishers it had not seen. Labels come from aligning blocks with the known bodies by word fours.
"""
import argparse, collections, gzip, importlib.util, json, os, re, struct, subprocess, tempfile, textwrap
from urllib.parse import urlparse
import numpy as np
import xgboost as xgb

import lean_page

BODY_SETS = ['frgold', 'fundus', 'fundus_old', 'aeb', 'wcxb']
PHRASE_SETS = ['traf']
HERE = os.path.dirname(os.path.abspath(__file__))
TOKEN = re.compile(r'\w+', re.U)


def tokens(text):
    return TOKEN.findall((text or '').lower())


def module_of(path):
    """A script of the benchmark as a module."""
    spec = importlib.util.spec_from_file_location(os.path.basename(path)[:-3], path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# ---------------------------------------------------------------- pages

class Page:
    pass


def publisher(url, page_id):
    """The unit that folds are made of: roughly the registrable part of the host."""
    host = (urlparse(url or '').hostname or page_id).split('.')
    return host[-3] if len(host) > 2 and len(host[-2]) <= 3 else host[-2] if len(host) > 1 else host[0]


def reducer(bench):
    """What is left of a page in a poorer form: a mode of the benchmark's reduce.py, or "lean" (lean_page.py)."""
    module = module_of(f'{bench}/reduce.py')

    def reduced(raw, mode, page):
        if mode == 'lean':
            return lean_page.lean(module.decode(raw), page.get('lang') or '')
        return module.reduce(raw, mode, page)

    return reduced


def sources(bench, sets, mode=None):
    """The pages of the sets: what is known of each, and its bytes, reduced to a mode of reduce.py."""
    reduced = reducer(bench) if mode else None
    for name in sets:
        for line in open(f'{bench}/data/{name}/pages.jsonl', encoding='utf-8'):
            page = json.loads(line)
            if page.get('exclude') or page.get('split') != 'dev':
                continue
            raw = gzip.open(f"{bench}/data/{page['html_file']}").read()
            page['set'] = name
            yield page, reduced(raw, mode, page) if mode else raw


def read_dump(data, known):
    at = 0

    def number():
        nonlocal at
        at += 4
        return struct.unpack_from('=I', data, at - 4)[0]

    def text():
        nonlocal at
        n = number()
        at += n
        return data[at - n:at].decode('utf-8')

    pages = []
    while at < len(data):
        page = Page()
        page.known = known[text()]
        count, width = number(), number()
        page.text, rows, links, speech = [], [], [], []
        for _ in range(count):
            page.text.append(text())
            links.append(struct.unpack_from('=5I', data, at))
            at += 20
            rows.append(np.frombuffer(data, np.float32, width, at))
            at += 4 * width
            speech.append(struct.unpack_from('=4I', data, at))
            at += 16
        page.rows = np.array(rows, np.float32).reshape(count, width)
        page.chars, marks, page.group, page.parent, page.grand = np.array(links, np.int64).reshape(count, 5).T
        page.excluded, page.prose = marks & 1, marks >> 1
        page.speech = np.array(speech, np.float32).reshape(count, 4)
        page.tokens = [tokens(t) for t in page.text]
        page.publisher = publisher(page.known.get('url'), page.known['id'])
        pages.append(page)
    return pages


def dump(pages):
    """What dump-features says of pages, given as sources() does."""
    known = {}
    with tempfile.TemporaryDirectory() as folder:
        with open(f'{folder}/list.tsv', 'w') as listing:
            for page, raw in pages:
                path = f'{folder}/{len(known)}.html'
                open(path, 'wb').write(raw)
                listing.write('\t'.join([page['id'], page.get('url') or '', 'UTC', path]) + '\n')
                known[page['id']] = page
        data = subprocess.run([f'{HERE}/../build/dump-features', f'{folder}/list.tsv'], stdout=subprocess.PIPE, check=True).stdout
    return read_dump(data, known)


def load(bench, sets, mode=None):
    return dump(sources(bench, sets, mode))


# ---------------------------------------------------------------- labels

def fours(words):
    return [tuple(words[i:i + 4]) for i in range(len(words) - 3)]


def drop_copies(page, label, truth):
    """A text that is on the page more often than in the body is labelled as most of its neighbours are."""
    by_text = collections.defaultdict(list)
    for i, words in enumerate(page.tokens):
        if label[i] > 0.5 and len(words) >= 3:
            by_text[tuple(words)].append(i)
    joined = ' ' + ' '.join(truth) + ' '
    for words, places in by_text.items():
        if len(places) < 2:
            continue
        wanted = max(1, joined.count(' ' + ' '.join(words) + ' '))
        places.sort(key=lambda i: -sum(label[max(0, i - 4):i + 5]))
        for i in places[wanted:]:
            label[i] = 0


def label_by_body(page):
    truth = tokens(page.known['body'])
    known = set(fours(truth))
    joined = ' ' + ' '.join(truth) + ' '
    label = np.zeros(len(page.tokens), np.float32)
    for i, words in enumerate(page.tokens):
        grams = fours(words)
        if grams:
            covered = np.zeros(len(words), bool)
            for k, gram in enumerate(grams):
                if gram in known:
                    covered[k:k + 4] = True
            label[i] = covered.mean()
    drop_copies(page, label, truth)
    for i, words in enumerate(page.tokens):   # too short for four words: continue into a neighbour
        if 0 < len(words) < 4:
            before = [page.tokens[k] for k in range(max(0, i - 3), i) if label[k] > 0.5 and page.tokens[k]]
            after = [page.tokens[k] for k in range(i + 1, min(len(label), i + 4)) if label[k] > 0.5 and page.tokens[k]]
            tries = ([before[-1][-3:] + words] if before else []) + ([words + after[0][:3]] if after else [])
            label[i] = any(' ' + ' '.join(t) + ' ' in joined for t in tries)
    label[label >= 0.6] = 1
    label[label <= 0.3] = 0
    page.label = label
    label[page.excluded == 1] = 0
    size = np.array([len(w) for w in page.tokens], np.float32)
    weight = np.sqrt(size) + 1
    weight[page.excluded == 1] = 0
    page.weight = weight / max(weight.sum(), 1e-6) * 100 * (1 if label.any() else 0.2)


def label_by_phrases(page):
    """trafilatura's pages list only phrases: blocks that contain none of them have no weight."""
    squeeze = lambda t: re.sub(r'\s+', ' ', t).strip()
    page.label = np.zeros(len(page.text), np.float32)
    page.weight = np.zeros(len(page.text), np.float32)
    for phrases, value in ((page.known.get('with') or [], 1), (page.known.get('without') or [], 0)):
        for phrase in map(squeeze, phrases):
            holders = [i for i, t in enumerate(page.text) if phrase and phrase in squeeze(t)]
            if value and len(holders) > 1:
                continue
            for i in holders:
                page.label[i], page.weight[i] = value, 4


def label(pages):
    for page in pages:
        if page.known['set'] in PHRASE_SETS:
            label_by_phrases(page)
        else:
            label_by_body(page)


# ---------------------------------------------------------------- second forest's inputs; body_context.c is its twin

SECOND = ['score', 'score_before3', 'score_before2', 'score_before1', 'score_after1', 'score_after2', 'score_after3',
          'score_around', 'score_alike', 'score_parent', 'score_grand', 'score_best', 'score_share', 'kept_before', 'kept_after',
          'since_kept', 'until_kept']
WINDOW = 3072   # FEATURES_WINDOW of feature.h


def mean_by(key, value, weight):
    sums, weights = collections.defaultdict(float), collections.defaultdict(float)
    for k, v, w in zip(key, value, weight):
        sums[k] += v * w
        weights[k] += w
    return [sums[k] / weights[k] for k in key]


def second_inputs(page, score):
    """As the product computes them: one window of blocks at a time (feature.h)."""
    out = np.zeros((len(score), len(SECOND)), np.float32)
    for at in range(0, len(score), WINDOW):
        part = slice(at, at + WINDOW)
        out[part] = window_inputs(page, part, score[part])
    return out


def window_inputs(page, part, score):
    n = len(score)
    out = np.zeros((n, len(SECOND)), np.float32)
    weight = page.chars[part].astype(np.float64) + 1
    out[:, 0] = score
    for column, offset in zip(range(1, 7), (-3, -2, -1, 1, 2, 3)):
        out[:, column] = [score[i + offset] if 0 <= i + offset < n else -1 for i in range(n)]
    sw = np.concatenate([[0], np.cumsum(score * weight)])
    w = np.concatenate([[0], np.cumsum(weight)])
    for i in range(n):
        a, b = max(0, i - 5), min(n, i + 6)
        out[i, 7] = (sw[b] - sw[a]) / (w[b] - w[a])
    out[:, 8] = mean_by(page.group[part], score, weight)
    out[:, 9] = mean_by(page.parent[part], score, weight)
    out[:, 10] = mean_by(page.grand[part], score, weight)
    out[:, 11] = score.max()
    out[:, 12] = (score > 0.5).mean()
    total = max(sw[-1], 1e-6)
    out[:, 13] = sw[:-1] / total
    out[:, 14] = 1 - sw[1:] / total
    last = -100
    for i in range(n):
        out[i, 15] = min(i - last, 30)
        if score[i] > 0.5:
            last = i
    nxt = n + 100
    for i in range(n - 1, -1, -1):
        out[i, 16] = min(nxt - i, 30)
        if score[i] > 0.5:
            nxt = i
    return out


# ---------------------------------------------------------------- training

FIRST_FOREST = dict(objective='binary:logistic', max_depth=5, eta=0.15, subsample=0.7, colsample_bytree=0.3, min_child_weight=3,
                    reg_lambda=3, tree_method='hist', max_bin=64, nthread=2, seed=1)
ROUNDS = 70


def fit(inputs, pages, rounds=ROUNDS):
    keep = [i for i, p in enumerate(pages) if len(p.label)]
    x = np.concatenate([inputs[i] for i in keep])
    y = np.concatenate([pages[i].label for i in keep])
    w = np.concatenate([pages[i].weight for i in keep])
    use = w > 0
    return xgb.train(FIRST_FOREST, xgb.DMatrix(x[use], y[use], weight=w[use]), rounds)


# After this many trees a sum below the margin is practically decided: of the blocks cut off here (six in ten), none would have
# reached 0.1 with all trees, and one in 250 would have reached 0.02. This halves the time of the forests.
EARLY, MARGIN, HOPELESS = 30, -3.0, 0.01


def predict(model, rows, page):
    """Scores as the product does: forest.c cuts off early, body.c skips excluded blocks."""
    if not len(rows):
        return np.zeros(0, np.float32)
    matrix = xgb.DMatrix(rows)
    early = model.predict(matrix, output_margin=True, iteration_range=(0, EARLY))
    scores = np.where(early < MARGIN, np.float32(HOPELESS), model.predict(matrix))
    return np.where(page.excluded == 1, np.float32(0), scores)


def folds_of(pages, folds):
    names = sorted({p.publisher for p in pages})
    np.random.RandomState(7).shuffle(names)
    number = {name: i % folds for i, name in enumerate(names)}
    return np.array([number[p.publisher] for p in pages])


def out_of_fold(inputs, pages, folds, taught=None, rounds=ROUNDS):
    """Scores by models that have not seen the page's publisher; taught: the pages that they may learn from, by default all."""
    scores = [None] * len(pages)
    of = folds_of(pages, folds)
    for fold in range(folds):
        train = [i for i in range(len(pages)) if of[i] != fold and (taught is None or taught[i])]
        model = fit([inputs[i] for i in train], [pages[i] for i in train], rounds)
        for i in np.flatnonzero(of == fold):
            scores[i] = predict(model, inputs[i], pages[i])
    return scores


def second_rows(pages, scores):
    return [np.hstack([p.rows, second_inputs(p, s)]) for p, s in zip(pages, scores)]


# ---------------------------------------------------------------- judging

STEPS, SURPLUS, LOWEST = 100, 0.65, 45   # as in body.c


def kept(page, scores):
    """Blocks from the score on that promises the highest F1 by characters: page_threshold() of body.c."""
    odds = scores / (1 - scores + 1e-6) * np.exp(-SURPLUS)
    readable = page.excluded != 1
    chars = np.where(readable, page.chars, 0).astype(np.float64)
    likely = chars * odds / (1 + odds)
    step = (scores * STEPS).astype(int)
    best, threshold = 0, STEPS + 1
    for candidate in range(STEPS, LOWEST - 1, -1):
        chosen = step >= candidate
        if chars[chosen].sum() > 0:
            f1 = 2 * likely[chosen].sum() / (chars[chosen].sum() + likely.sum())
            if f1 > best:
                best, threshold = f1, candidate
    return readable & (step >= threshold)


def judge(bench, pages, scores):
    score = module_of(f'{bench}/score.py')
    for name in ['frgold', 'fundus,fundus_old', 'aeb', 'wcxb', 'traf']:
        gt = score.load_gt(f'{bench}/data', name.split(','), 'dev', None, [])
        pred = {p.known['id']: {'body': '\n\n'.join(t for t, k in zip(p.text, kept(p, np.asarray(v, np.float32))) if k)} for p, v in zip(pages, scores)}
        figures, _ = score.score(gt, pred)
        print(f'{name:20s}', {k: {m: round(v, 4) for m, v in figures[k].items()} for k in ('body', 'phrases') if k in figures})


def c_float(value):
    text = f'{value:.8g}'
    return text + ('f' if '.' in text or 'e' in text else '.0f')


DEPTH = FIRST_FOREST['max_depth']   # FOREST_DEPTH of forest.h
INNER = 2 ** DEPTH - 1


def trees_of(model):
    return [json.loads(tree) for tree in model.get_dump(dump_format='json')]


def c_values(values):
    lines = textwrap.wrap(', '.join(values), 110)
    return '{' + '\n\t\t'.join(lines) + '}'


def c_tree(tree):
    """A tree in the layout of forest.h. If a branch ends early, both sides of every question below it hold its leaf."""
    features, values, leaves = ['0'] * INNER, ['0'] * INNER, []

    def walk(node, at):
        if at >= INNER:
            leaves.append(c_float(node['leaf']))
            return
        low = high = node
        if 'leaf' not in node:
            children = {c['nodeid']: c for c in node['children']}
            low, high = children[node['yes']], children[node['no']]
            features[at], values[at] = node['split'][1:], c_float(node['split_condition'])
        walk(low, 2 * at + 1)
        walk(high, 2 * at + 2)

    walk(tree, 0)
    return '\t{' + ',\n\t\t'.join(map(c_values, (values, leaves, features))) + '},\n'


def c_table(name, trees, out):
    out.write(f'static const ForestTree {name}_trees[] = {{\n' + ''.join(map(c_tree, trees)) + '};\n\n')
    out.write(f'const Forest {name} = {{{name}_trees, {len(trees)}, {EARLY}, {c_float(MARGIN)}, {c_float(HOPELESS)}}};\n')


def write(path, first, second):
    with open(path, 'w') as out:
        out.write('''/*
 * body_model_gen.c
 *	  The weights of the body model: two forests, made by
 *		tools/train_body.py --bench ../shared/bench/extraction --write src/article/body/body_model_gen.c
 *	  from the pages of the benchmark's sets frgold, fundus, fundus_old, aeb, wcxb and traf. Do not edit.
 *
 * A tree, level by level: the values below which a question is answered to the left, the weights of the leaves, and the features
 * that are asked for.
 */
#include "article/body/forest.h"

''')
        c_table('body_first_forest', first, out)
        out.write('\n')
        c_table('body_second_forest', second, out)


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument('--bench', required=True)
    args.add_argument('--folds', type=int, default=5)
    args.add_argument('--report', action='store_true')
    args.add_argument('--save', help='file for the out-of-fold scores')
    args.add_argument('--write')
    args = args.parse_args()
    pages = load(args.bench, BODY_SETS + PHRASE_SETS)
    label(pages)
    rows = [p.rows for p in pages]
    first_scores = out_of_fold(rows, pages, args.folds)
    if args.report:
        print('first forest, publishers not seen'); judge(args.bench, pages, first_scores)
    both = second_rows(pages, first_scores)
    if args.report:
        second_scores = out_of_fold(both, pages, args.folds)
        print('second forest, publishers not seen'); judge(args.bench, pages, second_scores)
        print('labels themselves'); judge(args.bench, pages, [p.label for p in pages])
        if args.save:
            import pickle
            pickle.dump([(p.known['id'], p.text, p.label, a, b) for p, a, b in zip(pages, first_scores, second_scores)], open(args.save, 'wb'))
    if args.write:
        write(args.write, trees_of(fit(rows, pages)), trees_of(fit(both, pages)))


if __name__ == '__main__':
    main()
