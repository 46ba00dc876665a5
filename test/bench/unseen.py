#!/usr/bin/env python3
"""All of parse_article on publishers that none of its weights have seen.

  unseen.py [--bench ../shared/bench/extraction] [--folds 5] [--worst N]

Deals the publishers into folds.  For each fold, learns the body model (tools/train_body.py) and the weights of titles, dates and authors
(train_title.py, train_dates.py, train_authors.py) from the pages of the others, links a build/article-core with them, and lets it read
the pages of the fold. Prints the scores of every set, how well `confidence` tells good pages from bad ones, and the N worst pages.
Titles, dates and authors learn from the pages as they are only, and from the bodies and titles of the committed weights. The models of
flat pages, and of pages without classes, are the committed ones: train_kinds.py cross-validates them. Needs python3-numpy,
python3-scipy, python3-sklearn, python3-xgboost, a C compiler, and before it "make core" and "make -f tools/core.mk" with the four
build/dump-* programs.
"""
import argparse
import contextlib
import json
import os
import re
import subprocess
import sys
import tempfile
import zlib

import numpy as np
from sklearn.metrics import roc_auc_score

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path[:0] = [f'{ROOT}/tools', HERE]
import bench as figures      # noqa: E402
import linked                # noqa: E402
import train_authors         # noqa: E402
import train_body as model   # noqa: E402
import train_dates           # noqa: E402
import train_title           # noqa: E402

BODY_SETS = model.BODY_SETS + model.PHRASE_SETS
SETS = BODY_SETS + ['postlight', 'htmldate']
# The files that hold weights, or that include a table of them.
WEIGHED = [f'article/{path}' for path in ('body/body_model_gen', 'title/title_model_gen', 'date/date_choose', 'author/author_score')]
DATE_PENALTY = 0.3   # as of the weights in use
AUTHOR_LIST, DATE_LIST = 'src/article/author/author_feature_list.h', 'src/article/date/date_feature_list.h'


def train_without_each_fold(pages, folds, of, folder):
    """The weights that a release would have without the publishers of each fold, as C."""
    rows = [p.rows for p in pages]
    first, scores = [], [None] * len(pages)
    for fold in range(folds):
        taught = np.flatnonzero(of != fold)
        first.append(model.fit([rows[i] for i in taught], [pages[i] for i in taught]))
        for i in np.flatnonzero(of == fold):
            scores[i] = model.predict(first[fold], rows[i], pages[i])
    both = model.second_rows(pages, scores)
    for fold in range(folds):
        taught = np.flatnonzero(of != fold)
        second = model.fit([both[i] for i in taught], [pages[i] for i in taught])
        with contextlib.redirect_stdout(None):
            os.makedirs(f'{folder}/{fold}/article/body', exist_ok=True)
            model.write(f'{folder}/{fold}/article/body/body_model_gen.c', model.trees_of(first[fold]), model.trees_of(second))


# ---------------------------------------------------------------- titles, dates, authors

def dump(program, listing, folder):
    """What a build/dump-* program says of the listed pages: the path of its output."""
    path = f'{folder}/{program}.txt'
    with open(path, 'wb') as out:
        subprocess.run([f'{ROOT}/build/{program}', listing], stdout=out, check=True)
    return path


def feature_names(path, macro):
    return re.findall(rf'^{macro}\((\w+),', open(f'{ROOT}/{path}', encoding='utf-8').read(), re.M)


def write_list(folder, path, macro, names, weights):
    """A copy of a table of weights, with others for ordinary pages."""
    table = open(f'{ROOT}/{path}', encoding='utf-8').read()
    for name, weight in zip(names, weights):
        table = re.sub(rf'^({macro}\({name}, )[^,)]*', rf'\g<1>{weight:.2f}', table, flags=re.M)
    target = f"{folder}/{path.removeprefix('src/')}"
    os.makedirs(os.path.dirname(target), exist_ok=True)
    with open(target, 'w', encoding='utf-8') as out:
        out.write(table)


def write_authors(bench, dumped, of_publisher, folds, folder):
    names = feature_names(AUTHOR_LIST, 'AUTHOR_FEATURE')
    index = {name: i for i, name in enumerate(names)}
    pages = [p for p in train_authors.load(bench, [dumped], index, model.module_of(f'{bench}/score.py').names) if not p.flat]
    for fold in range(folds):
        weights = train_authors.fit([p for p in pages if of_publisher(p.publisher) != fold], {}, index)
        write_list(f'{folder}/{fold}', AUTHOR_LIST, 'AUTHOR_FEATURE', names, weights)


def write_dates(known, dumped, of_publisher, folds, folder):
    names = feature_names(DATE_LIST, 'DATE_FEATURE')
    pages = train_dates.read_pages([f'orig:{known}:{dumped}'])
    rows = [train_dates.matrix(page, names) for page in pages]
    how = train_dates.how_to_learn(names)
    for fold in range(folds):
        taught = [i for i, page in enumerate(pages) if of_publisher(model.publisher('http://' + page.publisher, '')) != fold]
        weights = train_dates.teach([pages[i] for i in taught], [rows[i] for i in taught], *how, DATE_PENALTY)
        write_list(f'{folder}/{fold}', DATE_LIST, 'DATE_FEATURE', names, weights)


def write_titles(bench, dumped, of_publisher, folds, folder):
    names = subprocess.run([f'{ROOT}/build/dump-title-features', '--names'], stdout=subprocess.PIPE, text=True, check=True).stdout.split()
    pages = train_title.load(bench, [dumped], model.module_of(f'{bench}/score.py').norm_title)
    committed = open(f'{ROOT}/src/article/title/title_model_gen.c', encoding='utf-8').read()
    for fold in range(folds):
        table = committed
        for name, weight in zip(names, train_title.fit([p for p in pages if of_publisher(p.publisher) != fold])):
            table = re.sub(rf'(\[TITLE_FEATURE_{name}\] = )[-\d.]+f', rf'\g<1>{weight:.3f}f', table)
        os.makedirs(f'{folder}/{fold}/article/title', exist_ok=True)
        with open(f'{folder}/{fold}/article/title/title_model_gen.c', 'w', encoding='utf-8') as out:
            out.write(table)


def write_known(bench, folder):
    """What is known of the pages of all sets, each with the name of its set; returns the path."""
    path = f'{folder}/known.jsonl'
    with open(path, 'w', encoding='utf-8') as out:
        for name in SETS:
            for line in open(f'{bench}/data/{name}/pages.jsonl', encoding='utf-8'):
                out.write(json.dumps(json.loads(line) | {'set': name}) + '\n')
    return path


def folds_of_publishers(pages, of, folds):
    """The fold of a publisher: that of its pages, or, if no body of its pages is known, one by its name."""
    known = {page.publisher: int(fold) for page, fold in zip(pages, of)}
    return lambda publisher: known.get(publisher, zlib.crc32(publisher.encode()) % folds)


# ---------------------------------------------------------------- programs

def read_pages(listings, folds, fold_of, folder):
    """The answers of each set, every page read by the program that has not seen its publisher."""
    programs = [linked.link(f'{folder}/core{fold}', f'{folder}/{fold}', WEIGHED) for fold in range(folds)]
    answers = {}
    for name, listing in listings.items():
        lines = open(listing, encoding='utf-8').read().splitlines()
        answers[name] = f'{folder}/{name}.jsonl'
        with open(answers[name], 'wb') as out:
            for fold in range(folds):
                listing = f'{folder}/list.tsv'
                with open(listing, 'w', encoding='utf-8') as part:
                    part.writelines(line + '\n' for line in lines if fold_of(line.split('\t')) == fold)
                out.write(subprocess.run([programs[fold], listing], stdout=subprocess.PIPE, check=True).stdout)
    return answers


def unpack(bench, folder):
    """The lists of the pages of each set, and the path of one list of all."""
    sys.path.insert(0, bench)
    from predict import ZONES
    listings = {name: figures.unpack(f'{bench}/data', name, ZONES) for name in SETS}
    with open(f'{folder}/all.tsv', 'w', encoding='utf-8') as out:
        for listing in listings.values():
            out.write(open(listing, encoding='utf-8').read())
    return listings, f'{folder}/all.tsv'


def f1(text, truth):
    a, b = ({tuple(words[i:i + 4]) for i in range(max(1, len(words) - 3))} for words in map(model.tokens, (text, truth)))
    return 2 * len(a & b) / (len(a) + len(b))


def judge_pages(pages, answers):
    """(F1, confidence, id) of each page whose body is known, worst first."""
    known = {p.known['id']: p.known.get('body') for p in pages}
    found = []
    for name in model.BODY_SETS:
        for answer in map(json.loads, open(answers[name], encoding='utf-8')):
            if known.get(answer['id']):
                found.append((f1(answer.get('body'), known[answer['id']]), answer['confidence'], answer['id']))
    return sorted(found)


def print_confidence(judged):
    quality, sure = np.array([j[0] for j in judged]), np.array([j[1] for j in judged])
    print(f'confidence: F1 below 0.8 on {(quality < 0.8).sum()} of {len(judged)} pages, told with AUC '
          f'{roc_auc_score(quality < 0.8, -sure):.3f}; 0.8 and more on {(sure >= 0.8).sum()} pages, mean F1 '
          f'{quality[sure >= 0.8].mean():.3f}')


def train_the_rest(bench, everything, of_publisher, folds, folder):
    """The weights of titles, dates and authors without each fold."""
    write_authors(bench, dump('dump-authors', everything, folder), of_publisher, folds, folder)
    write_dates(write_known(bench, folder), dump('dump-dates', everything, folder), of_publisher, folds, folder)
    write_titles(bench, dump('dump-title-features', everything, folder), of_publisher, folds, folder)


MEASURES = ['body.F1', 'body.P', 'body.R', 'phr.F1', 'title.exact', 'auth.F1', 'auth.P', 'pub.day', 'pub.minute']
GROUPS = ['frgold', 'fundus,fundus_old', 'aeb', 'wcxb', 'traf', 'traf,htmldate', 'postlight']


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument('--bench', default=f'{ROOT}/../shared/bench/extraction')
    args.add_argument('--folds', type=int, default=5)
    args.add_argument('--worst', type=int, default=0)
    args = args.parse_args()
    pages = model.load(args.bench, BODY_SETS)
    model.label(pages)
    of = model.folds_of(pages, args.folds)
    of_publisher = folds_of_publishers(pages, of, args.folds)
    with tempfile.TemporaryDirectory() as folder:
        listings, everything = unpack(args.bench, folder)
        train_without_each_fold(pages, args.folds, of, folder)
        train_the_rest(args.bench, everything, of_publisher, args.folds, folder)
        answers = read_pages(listings, args.folds, lambda cells: of_publisher(model.publisher(cells[1], cells[0])), folder)
        for sets in GROUPS:
            scored = figures.score(args.bench, sets, answers)
            print(sets, ' '.join(f'{name} {scored[name]}' for name in MEASURES if scored.get(name, '-') != '-'))
        judged = judge_pages(pages, answers)
        print_confidence(judged)
        for quality, sure, page in judged[:args.worst]:
            print(f'F1 {quality:.2f} confidence {sure:.2f} {page}')


if __name__ == '__main__':
    main()
