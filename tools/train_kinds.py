#!/usr/bin/env python3
"""Trains the body models of pages whose markup says little (body_kind.h), and the weights of text_score.h.

  train_kinds.py --bench ../shared/bench/extraction [--report]             # cross-validation by publisher
  train_kinds.py --bench ../shared/bench/extraction --write src/article/body

Needs what train_body.py needs, and python3-scipy. The pages are those of train_body.py with less markup. For flat pages they come in
four forms: text without tags, bare paragraphs (both made by the benchmark's reduce.py), the markup of the text alone (lean_page.py),
and what people copy: the text with a few lines around it. For pages without classes, reduce.py takes these away. Writes
flat_model_gen.c, unclassed_model_gen.c and text_weight_gen.c. The forests learn from text scores that were given to publishers not
seen.
"""
import argparse
import textwrap
import zlib

import numpy as np
import scipy.sparse
from scipy.optimize import minimize

import train_body as model

FORMS = ['text', 'bare', 'lean', 'copy']   # of flat pages
UNCLASSED = ['noclass']
# Trees of the forest of flat pages, which has no second one: with 70 it is no better on its own pages than on publishers not seen.
FLAT_ROUNDS = 200

# ---------------------------------------------------------------- what a text says; text_score.c is its twin

BITS, POWER, STRENGTH, STEPS = 14, 0.7, 1.0, 40
START, END, LENGTH = '\x02', '\x03', 4


def folded(points):
    """Code points as text_score.c compares them."""
    points = points.copy()
    points[((points >= 65) & (points <= 90)) | ((points >= 0xC0) & (points <= 0xDE) & (points != 0xD7))] += 32
    points[(points >= 48) & (points <= 57)] = 48
    points[np.isin(points, [9, 10, 13, 0xA0, 0x202F])] = 32
    points[points == 0x2019] = 39
    return points


def sequences(texts):
    """A row a text: how often it holds each sequence, by its number, over its length to a power."""
    raw = [START * (LENGTH - 1) + text + END for text in texts]
    sizes = np.array([len(text) for text in raw])
    points = folded(np.frombuffer(''.join(raw).encode('utf-32-le', 'surrogatepass'), np.uint32).astype(np.uint64))
    keys = np.zeros(len(points), np.uint64)
    for back in range(LENGTH):
        keys[back:] |= (points[:len(points) - back] & np.uint64(0xFFFF)) << np.uint64(16 * back)
    numbers = (keys * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(64 - BITS)
    row = np.repeat(np.arange(len(texts)), sizes)
    begins = np.concatenate([[0], np.cumsum(sizes)])[row]
    use = np.arange(len(points)) - begins >= LENGTH - 1
    share = (1 / (sizes - LENGTH + 1) ** POWER)[row[use]].astype(np.float32)
    return scipy.sparse.coo_matrix((share, (row[use], numbers[use].astype(np.int64))), shape=(len(texts), 1 << BITS)).tocsr()


def fit_text(inputs, label, weight):
    """Logistic regression: the weights of the sequences, then the bias."""
    backwards = inputs.T.tocsr()
    weight = weight / weight.mean()

    def loss(vector):
        chance = 1 / (1 + np.exp(-(inputs @ vector[:-1].astype(np.float32) + np.float32(vector[-1]))))
        error = -(weight * (label * np.log(chance + 1e-9) + (1 - label) * np.log(1 - chance + 1e-9))).sum()
        slope = (weight * (chance - label)).astype(np.float32)
        return (error + STRENGTH / 2 * (vector[:-1] ** 2).sum(),
                np.concatenate([backwards @ slope + STRENGTH * vector[:-1], [slope.sum()]]))

    return minimize(loss, np.zeros(inputs.shape[1] + 1), jac=True, method='L-BFGS-B', options={'maxiter': STEPS}).x


def rounded(vector):
    """The weights as the product keeps them, in bytes: (scale, bytes, bias)."""
    scale = np.abs(vector[:-1]).max() / 127
    return scale, np.rint(vector[:-1] / scale).astype(int), vector[-1]


def text_scores(inputs, vector):
    scale, weights, bias = rounded(vector)
    return (inputs @ weights.astype(np.float32) * np.float32(scale) + np.float32(bias)).astype(np.float32)


class Texts:
    """The sequences of all blocks of the pages, and who published them."""

    def __init__(self, pages, of, form=FORMS[0]):
        sizes = [len(page.text) for page in pages]
        self.cuts = np.cumsum(sizes)[:-1]
        self.inputs = sequences([text for page in pages for text in page.text])
        self.label = np.concatenate([page.label for page in pages])
        # one form of each page: the others hold the same words
        self.weight = np.concatenate([page.weight * (page.form == form) for page in pages])
        self.fold = np.repeat(of, sizes)

    def fit(self, rows):
        rows = rows & (self.weight > 0)
        return fit_text(self.inputs[rows], self.label[rows], self.weight[rows])

    def scores(self, vector):
        return np.split(text_scores(self.inputs, vector), self.cuts)

    def scores_of_strangers(self, folds):
        """Each block's score by weights that have not seen its publisher."""
        found = np.zeros(len(self.fold), np.float32)
        for fold in range(folds):
            found[self.fold == fold] = text_scores(self.inputs[self.fold == fold], self.fit(self.fold != fold))
        return np.split(found, self.cuts)


# ---------------------------------------------------------------- inputs of the forests; flat.c is their twin

FADES, FAR, LONGEST = (0.6, 0.9), 0.9, 2000


def faded(amounts, fade):
    """The sum of what comes before each block, the farther the less."""
    out, sum_ = np.zeros(len(amounts)), 0.0
    for i, amount in enumerate(amounts):
        out[i] = sum_
        sum_ = sum_ * fade + amount
    return out


def shifted(values, by):
    """The value of the block "by" places before; 0 outside of the page."""
    out = np.zeros(len(values), np.float32)
    if by > 0:
        out[by:] = values[:-by]
    else:
        out[:by] = values[-by:]
    return out


def flat_inputs(page, scores):
    """The columns of flat.h, one window at a time."""
    parts = [slice(at, at + model.WINDOW) for at in range(0, len(scores), model.WINDOW)]
    return np.concatenate([window_inputs(page, part, scores[part]) for part in parts] or [np.zeros((0, WIDTH), np.float32)])


WIDTH = 23


def window_inputs(page, part, scores):
    n = len(scores)
    chars = np.minimum(page.chars[part], LONGEST) * (page.excluded[part] != 1).astype(float)
    likely = 1 / (1 + np.exp(-scores.astype(float)))
    columns = [scores] + [shifted(scores, by) for by in (2, 1, -1, -2)]
    sums, i = np.concatenate([[0], np.cumsum(scores)]), np.arange(n)
    first, end = np.maximum(i - 4, 0), np.minimum(i + 5, n)
    columns.append((sums[end] - sums[first]) / (end - first))
    for amounts in (chars * page.prose[part], chars * likely, chars * (1 - likely)):
        for fade in FADES:
            columns += [np.log1p(faded(amounts, fade)), np.log1p(faded(amounts[::-1], fade)[::-1])]
    amounts = chars * likely
    density = faded(amounts, FAR) + amounts + faded(amounts[::-1], FAR)[::-1]
    columns.append(density / max(density.max(), 1e-6))
    columns.append((np.cumsum(amounts) - amounts) / max(amounts.sum(), 1e-6))
    words, address, own, imperative = page.speech[part].T
    columns += [address / (words + 1), own / (words + 1), imperative]
    return np.array(columns, np.float32).T


def first_rows(pages, scores):
    """A row as the product has it: the places of the second forest's inputs are empty."""
    return [np.hstack([p.rows, np.zeros((len(s), len(model.SECOND)), np.float32), flat_inputs(p, s)]) for p, s in zip(pages, scores)]


def second_rows(pages, rows, first):
    out = []
    for page, row, score in zip(pages, rows, first):
        row = row.copy()
        row[:, page.rows.shape[1]:page.rows.shape[1] + len(model.SECOND)] = model.second_inputs(page, score)
        out.append(row)
    return out


# ---------------------------------------------------------------- pages and files

def calls_of(pages, folds):
    """Lines outside of the bodies that speak to the reader or of the publisher, by fold."""
    pool = [[] for _ in range(folds)]
    for page, fold in zip(pages, model.folds_of(pages, folds)):
        if page.known['set'] not in model.PHRASE_SETS:
            pool[fold] += [text for text, label, speech, chars in zip(page.text, page.label, page.speech, page.chars)
                           if label < 0.1 and speech[1:].any() and 30 <= chars <= 220]
    return pool


def copies(texts, folds):
    """What a reader copies of each page: its text, with up to six lines before it and up to twenty behind it, some left out.

    Up to three calls to the reader, of pages whose publishers are in the same fold, stand between them."""
    pool = calls_of(texts, folds)
    for page, fold in zip(texts, model.folds_of(texts, folds)):
        body = np.flatnonzero(page.label > 0.5)
        if page.known['set'] in model.PHRASE_SETS or not len(body):
            continue
        draw = np.random.RandomState(zlib.crc32(page.known['id'].encode()) & 0x7FFFFFFF)
        first = max(0, body[0] - draw.choice([0, 1, 2, 3, 6]))
        last = body[-1] + draw.choice([0, 2, 6, 12, 20])
        inside = draw.rand() < 0.5   # what stands between the paragraphs: copied by half of the readers
        lines = [text for i, text in enumerate(page.text) if first <= i <= last and
                 (page.label[i] > 0.5 or ((inside or not body[0] < i < body[-1]) and draw.rand() < 0.9))]
        for _ in range(draw.randint(4)):
            lines.insert(draw.randint(len(lines) // 2, len(lines) + 1), pool[fold][draw.randint(len(pool[fold]))])
        yield page.known, '\n'.join(text.replace('\n', ' ') for text in lines).encode()


def load(bench, sets, forms, folds):
    """The pages in all forms. page.form tells which. Copies are made of the first form."""
    pages, first = [], []
    for form in forms:
        read = model.load(bench, sets, form) if form != 'copy' else model.dump(copies(first, folds))
        for page in read:
            page.form = form
        model.label(read)
        pages += read
        first = first or read
    return pages


def taught(pages):
    """What the forests learn from: of text and bare paragraphs, which differ little, one for each page; of the other forms, all."""
    return [page.form not in FORMS[:2] or page.form == FORMS[zlib.crc32(page.known['id'].encode()) % 2] for page in pages]


def judge(bench, forms, pages, scores):
    for form in forms:
        print(form)
        chosen = [i for i, page in enumerate(pages) if page.form == form]
        model.judge(bench, [pages[i] for i in chosen], [scores[i] for i in chosen])


def write_text(path, vector):
    scale, weights, bias = rounded(vector)
    with open(path, 'w') as out:
        out.write('''/*
 * text_weight_gen.c
 *	  The weights of text_score.h, made by
 *		tools/train_kinds.py --bench ../shared/bench/extraction --write src/article/body
 *	  Statistics of the blocks that are kept and not kept of the benchmark's pages, sets frgold, fundus, fundus_old, aeb and wcxb;
 *	  no text of theirs. Do not edit.
 */
#include "article/body/text_score.h"

''')
        out.write(f'const TextWeights text_weights = {{{model.c_float(scale)}, {model.c_float(bias)},\n\t{{')
        out.write('\n\t\t'.join(textwrap.wrap(', '.join(map(str, weights)), 120)))
        out.write('}};\n')


def write_forests(path, kind, forests):
    """forests: by the name that forest.h gives them."""
    with open(f'{path}/{kind}_model_gen.c', 'w') as out:
        out.write(f'''/*
 * {kind}_model_gen.c
 *	  The weights of the body model of {kind} pages (body_kind.h), made by
 *		tools/train_kinds.py --bench ../shared/bench/extraction --write src/article/body
 *	  from the pages of the benchmark's sets frgold, fundus, fundus_old, aeb, wcxb and traf with less markup. Do not edit.
 *
 * The layout is that of body_model_gen.c.
 */
#include "article/body/forest.h"
''')
        for name, forest in forests.items():
            out.write('\n')
            model.c_table(name, model.trees_of(forest), out)


def train(args, kind, forms, names, rounds=model.ROUNDS):
    """Cross-validates and writes the forests of a kind of page, one or two; returns the text scores' model."""
    pages = load(args.bench, model.BODY_SETS + model.PHRASE_SETS, forms, args.folds)
    use = taught(pages)
    texts = Texts(pages, model.folds_of(pages, args.folds), forms[0])
    inputs, forests = first_rows(pages, texts.scores_of_strangers(args.folds)), {}
    for at, name in enumerate(names):
        scores = model.out_of_fold(inputs, pages, args.folds, use, rounds) if args.report or at + 1 < len(names) else None
        if args.report:
            print(name)
            judge(args.bench, forms, pages, scores)
        chosen = np.flatnonzero(use)
        forests[name] = model.fit([inputs[i] for i in chosen], [pages[i] for i in chosen], rounds)
        if at + 1 < len(names):
            inputs = second_rows(pages, inputs, scores)
    if args.write:
        write_forests(args.write, kind, forests)
    return texts


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument('--bench', required=True)
    args.add_argument('--folds', type=int, default=5)
    args.add_argument('--report', action='store_true')
    args.add_argument('--write', help='folder of the tables')
    args = args.parse_args()
    train(args, 'unclassed', UNCLASSED, ['unclassed_first_forest', 'unclassed_second_forest'])
    texts = train(args, 'flat', FORMS, ['flat_forest'], FLAT_ROUNDS)
    if args.write:
        write_text(f'{args.write}/text_weight_gen.c', texts.fit(np.ones(len(texts.fold), bool)))


if __name__ == '__main__':
    main()
