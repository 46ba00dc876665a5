#!/usr/bin/env python3
"""All of parse_article on publishers that its body model has not seen.

  unseen.py [--bench ../shared/bench/extraction] [--folds 5] [--worst N]

Deals the publishers into folds, trains the body model without each fold (tools/train_body.py), links one build/article-core for each
such model, and lets it read the pages of its fold. Prints the scores of every set, how well `confidence` tells good pages from bad
ones, and the N worst pages. Titles, dates and authors come from the committed weights: their own training scripts cross-validate
them. Needs python3-numpy, python3-sklearn, python3-xgboost, a C compiler, and "make core" with build/dump-features before.
"""
import argparse
import contextlib
import json
import os
import shlex
import subprocess
import sys
import tempfile

import numpy as np
from sklearn.metrics import roc_auc_score

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path[:0] = [f'{ROOT}/tools', HERE]
import bench as figures      # noqa: E402
import train_body as model   # noqa: E402

SETS = model.BODY_SETS + model.PHRASE_SETS
CORE = f'{ROOT}/build/core'


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
            model.write(f'{folder}/model{fold}.c', first[fold], second)


def link(folder, fold):
    """Builds build/article-core with other weights."""
    flags = subprocess.run('xml2-config --cflags --libs; pkg-config --cflags --libs icu-uc icu-i18n', shell=True, text=True,
                           stdout=subprocess.PIPE, check=True).stdout
    directory = subprocess.run([os.environ.get('PG_CONFIG', 'pg_config'), '--pkglibdir', '--libdir'], text=True, stdout=subprocess.PIPE,
                               check=True).stdout.split()
    objects = [os.path.join(at, name) for at, _, names in os.walk(f'{CORE}/src') for name in names
               if name.endswith('.o') and name != 'body_model_gen.o']
    program = f'{folder}/core{fold}'
    subprocess.run(['gcc', '-std=gnu99', '-O2', f'-I{ROOT}/src', '-o', program, f'{folder}/model{fold}.c',
                    f'{CORE}/test/bench/article_core.o', *objects, *shlex.split(flags), *[f'-L{d}' for d in directory],
                    '-lpgcommon', '-lpgport', '-lm', '-lpthread'], check=True)
    return program


def read_pages(bench, folds, fold_of, folder):
    """The answers of each set, every page read by the program that has not seen its publisher."""
    sys.path.insert(0, bench)
    from predict import ZONES
    programs = [link(folder, fold) for fold in range(folds)]
    answers = {}
    for name in SETS:
        lines = open(figures.unpack(f'{bench}/data', name, ZONES), encoding='utf-8').read().splitlines()
        answers[name] = f'{folder}/{name}.jsonl'
        with open(answers[name], 'wb') as out:
            for fold in range(folds):
                listing = f'{folder}/list.tsv'
                with open(listing, 'w', encoding='utf-8') as part:
                    part.writelines(line + '\n' for line in lines if fold_of.get(line.split('\t')[0]) == fold)
                out.write(subprocess.run([programs[fold], listing], stdout=subprocess.PIPE, check=True).stdout)
    return answers


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


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument('--bench', default=f'{ROOT}/../shared/bench/extraction')
    args.add_argument('--folds', type=int, default=5)
    args.add_argument('--worst', type=int, default=0)
    args = args.parse_args()
    pages = model.load(args.bench, SETS)
    model.label(pages)
    of = model.folds_of(pages, args.folds)
    with tempfile.TemporaryDirectory() as folder:
        train_without_each_fold(pages, args.folds, of, folder)
        answers = read_pages(args.bench, args.folds, {p.known['id']: f for p, f in zip(pages, of)}, folder)
        for sets in ('frgold', 'fundus,fundus_old', 'aeb', 'wcxb', 'traf'):
            scored = figures.score(args.bench, sets, answers)
            print(sets, ' '.join(f'{name} {scored[name]}' for name in ('body.F1', 'body.P', 'body.R', 'phr.F1') if name in scored))
        judged = judge_pages(pages, answers)
        print_confidence(judged)
        for quality, sure, page in judged[:args.worst]:
            print(f'F1 {quality:.2f} confidence {sure:.2f} {page}')


if __name__ == '__main__':
    main()
