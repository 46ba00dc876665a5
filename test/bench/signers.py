#!/usr/bin/env python3
"""Who signs the pages of publishers that the weights of authors have not seen.

  signers.py [--bench ../shared/bench/extraction] [--out build/bench/signers] [--kinds orig,noclass,…] [--folds 5] [--wrong KIND]
  signers.py --dump                                        # only makes and dumps the pages of train_authors.py

Makes the pages from which tools/train_authors.py learns, and others drawn by seeds that it does not learn from, and dumps their lists of
authors. Deals the publishers into folds; for each fold learns the weights of authors from the pages of the others, links a
build/article-core with them, and lets it read the pages of the fold: what is judged is what parse_article answers. Prints for each
kind of pages F1, precision and recall of each set, over the sets with careful answers (frgold, fundus, postlight) and over all, the share
of pages signed by nobody who wrote them, and that of pages signed by one of the invented people or buttons of strangers.py.
--wrong lists the wrong names of a kind. All other weights (bodies, titles, dates) are the committed ones; unseen.py holds those out too.
Needs python3-numpy, python3-scipy, a C compiler, and before it "make core" and "make -f tools/core.mk build/dump-authors".
"""
import argparse
import gzip
import hashlib
import json
import os
import random
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path[:0] = [f'{ROOT}/tools', HERE]
import linked          # noqa: E402
import strangers       # noqa: E402
import train_authors   # noqa: E402

# What is done to the pages, in this order: a mode of reduce.py, d and a seed of distract.py, s and a seed of strangers.py.
LEARNED = {'orig': [], 'noclass': ['noclass'], 'bare': ['bare'], 'text': ['text'], 'dis1': ['d1'], 'dis2': ['d2'],
           'ncd1': ['noclass', 'd1'], 'ncd2': ['noclass', 'd2'], 'textd5': ['d5', 'text'], 'bared4': ['d4', 'bare'],
           'odd1': ['s1'], 'odd2': ['s2'], 'ncodd3': ['noclass', 's3'], 'textodd4': ['s4', 'text']}
JUDGED = {'dis7': ['d7'], 'ncd8': ['noclass', 'd8'], 'odd7': ['s7'], 'odd8': ['s8'], 'ncodd9': ['noclass', 's9']}
GROUPS = {'frgold': ['frgold'], 'fundus': ['fundus', 'fundus_old'], 'postlight': ['postlight'], 'rdb': ['rdb'], 'traf': ['traf'],
          'wcxb': ['wcxb'], 'careful': ['frgold', 'fundus', 'fundus_old', 'postlight'], 'all': list(train_authors.SETS)}
LIST, SCORER = 'article/author/author_feature_list.h', 'article/author/author_score'


# ---------------------------------------------------------------- the pages

def changed(raw, step, page, reduce, distract):
    """The page's bytes after a step."""
    if step in ('noclass', 'bare', 'text', 'wrapped'):
        return reduce.reduce(raw, step, page)
    text, encoding = distract.decode(raw)
    lang = (page.get('lang') or '')[:2]
    seed = ('strangers ' if step[0] == 's' else '') + f"{step[1:]} {page['id']}"
    draw = random.Random(hashlib.sha1(seed.encode()).digest())
    text = strangers.with_strangers(text, lang, draw) if step[0] == 's' else distract.distract(text, lang, draw)
    return text.encode(encoding, 'xmlcharrefreplace')


def make(bench, out, kind, steps, known=None):
    """The list of the pages of a kind, made if they are not there yet; known: of which pages, else of those whose authors are known."""
    listing = f'{out}/{kind}.tsv'
    if os.path.exists(listing):
        return listing
    reduce, distract = strangers.module_of(f'{bench}/reduce.py'), strangers.module_of(f'{bench}/distract.py')
    os.makedirs(f'{out}/{kind}', exist_ok=True)
    with open(f'{listing}.part', 'w', encoding='utf-8') as lines:
        for page in (known or train_authors.known_pages(bench)).values():
            raw = gzip.open(f"{bench}/data/{page['html_file']}").read()
            for step in steps:
                raw = changed(raw, step, page, reduce, distract)
            path = f"{out}/{kind}/{page['id'].replace('/', '_')}.html"
            with open(path, 'wb') as file:
                file.write(raw)
            lines.write('\t'.join([page['id'], page.get('url') or '', 'Europe/Paris', path]) + '\n')
    os.rename(f'{listing}.part', listing)
    return listing


def dump(out, kind, listing):
    path = f'{out}/{kind}.txt'
    with open(path, 'wb') as file:
        subprocess.run([f'{ROOT}/build/dump-authors', listing], stdout=file, check=True)
    return path


# ---------------------------------------------------------------- the programs, and their answers

def programs(pages, features, fold_of, folds, folder):
    """A build/article-core for each fold, with weights learned without its publishers."""
    index = {name: i for i, name in enumerate(features)}
    table = open(f'{ROOT}/src/{LIST}', encoding='utf-8').read()
    found = []
    for fold in range(folds):
        weights = [train_authors.fit([p for p in pages if p.flat == flat and fold_of(p.publisher) != fold], train_authors.SHARES, index)
                   for flat in (False, True)]
        own = f'{folder}/{fold}'
        os.makedirs(os.path.dirname(f'{own}/{LIST}'), exist_ok=True)
        with open(f'{own}/{LIST}', 'w', encoding='utf-8') as out:
            out.write(train_authors.with_weights(table, features, *weights))
        found.append(linked.link(f'{own}/core', own, [SCORER]))
    return found


def read_pages(cores, listing, fold_of, folder):
    """The answer for each page, by the program that has not seen its publisher."""
    answers = {}
    lines = [line.split('\t') for line in open(listing, encoding='utf-8')]
    for fold, core in enumerate(cores):
        part = f'{folder}/list.tsv'
        with open(part, 'w', encoding='utf-8') as out:
            out.writelines('\t'.join(cells) for cells in lines if fold_of(train_authors.publisher(cells[1], cells[0])) == fold)
        read = subprocess.run([core, part], stdout=subprocess.PIPE, check=True).stdout.decode('utf-8', 'replace')
        answers.update((answer['id'], answer['authors'] or []) for answer in map(json.loads, read.split('\n')[:-1]))
    return answers


# ---------------------------------------------------------------- figures

def figures(rows):
    """F1, precision, recall, and the share of pages signed by nobody who wrote them; rows: (truth, found) of each page."""
    f1 = hits = given = wanted = strange = 0
    for truth, found in rows:
        both = len(truth & found)
        f1 += 1.0 if not truth and not found else 2 * both / (len(truth) + len(found))
        hits, given, wanted = hits + both, given + len(found), wanted + len(truth)
        strange += bool(found) and not both
    return f1 / len(rows), hits / max(given, 1), hits / max(wanted, 1), strange / len(rows)


def invented(score):
    """The names that strangers.py puts into pages."""
    people = [f'{given} {family}' for given in strangers.GIVEN for family in strangers.FAMILY]
    return score.names(people + [words for boxes in strangers.BOXES.values() for words in boxes['button']])


def show(kind, known, answers, score):
    pages = [(known[i]['set'], score.names(known[i]['authors']), score.names(found)) for i, found in answers.items()]
    cells = []
    for name, sets in GROUPS.items():
        rows = [(truth, found) for of, truth, found in pages if of in sets]
        if rows:
            cells.append('{} {:.3f} P{:.3f} R{:.3f}'.format(name, *figures(rows)) +
                         (' by others {:.3f}'.format(figures(rows)[3]) if len(sets) > 2 else ''))
    strange = invented(score)
    print(f'{kind:8}', ' | '.join(cells), '| invented {:.3f}'.format(sum(bool((found - truth) & strange) for _, truth, found in pages) / len(pages)),
          flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--bench', default=os.environ.get('ARTICLE_BENCH', f'{ROOT}/../shared/bench/extraction'))
    parser.add_argument('--out', default=f'{ROOT}/build/bench/signers')
    parser.add_argument('--kinds', default=','.join(['orig', 'noclass', 'text', *JUDGED]))
    parser.add_argument('--folds', type=int, default=5)
    parser.add_argument('--wrong', help='kind of pages whose wrong names are listed')
    parser.add_argument('--dump', action='store_true', help='only make and dump the pages')
    args = parser.parse_args()
    os.makedirs(args.out, exist_ok=True)
    dumps = [dump(args.out, kind, make(args.bench, args.out, kind, steps)) for kind, steps in LEARNED.items()]
    if args.dump:
        return
    score = strangers.module_of(f'{args.bench}/score.py')
    features = train_authors.feature_names(f'{ROOT}/src/{LIST}')
    pages = train_authors.load(args.bench, dumps, {name: i for i, name in enumerate(features)}, score.names)
    known = train_authors.known_pages(args.bench)
    fold_of = train_authors.folds_of(pages, args.folds)
    with tempfile.TemporaryDirectory() as folder:
        cores = programs(pages, features, fold_of, args.folds, folder)
        for kind in args.kinds.split(','):
            listing = make(args.bench, args.out, kind, (LEARNED | JUDGED)[kind])
            answers = read_pages(cores, listing, fold_of, folder)
            show(kind, known, answers, score)
            for page, found in answers.items():
                wrong = score.names(found) - score.names(known[page]['authors'])
                if kind == args.wrong and wrong:
                    print(page, 'right:', known[page]['authors'], 'wrong:', sorted(wrong))


if __name__ == '__main__':
    main()
