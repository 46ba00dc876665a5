#!/usr/bin/env python3
"""The benchmark's pages with less markup, or with other articles around theirs: figures and goals.

  reduced.py [--kinds noclass,bare,text,wrapped,distracted,old] [--bench DIR] [--core PROGRAM]

Makes the pages with the bench's own reduce.py and distract.py (the answers stay the same), runs build/article-core over them and prints
each figure next to its goal (reduced_goals.tsv). "distracted" pages are those of noclass with teasers, a column and comments
around the article; "old" ones, which have no goals, have tables for their layout and <br><br> for paragraphs (tools/old_page.py). Pages
stay in build/bench/KIND. Standard library only.
"""
import argparse
import gzip
import json
import os
import subprocess
import sys

import bench
import figures

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, f'{ROOT}/tools')
import old_page  # noqa: E402

SETS = ['frgold', 'fundus', 'fundus_old', 'aeb', 'wcxb']
KINDS = ['noclass', 'bare', 'text', 'wrapped', 'distracted', 'old']
MEASURES = [('body', 'body.F1'), ('title', 'title.exact'), ('authors', 'auth.F1'), ('day', 'pub.day'),
            ('F1 at 0.8', 'confidence.F1'), ('AUC', 'confidence.AUC')]


def make_old(source, folder):
    """The pages of the sets as old_page.py writes them, in the form of the benchmark's own."""
    sys.path.insert(0, source)
    from reduce import decode

    for name in SETS:
        os.makedirs(f'{folder}/{name}/html', exist_ok=True)
        with open(f'{folder}/{name}/pages.jsonl', 'w', encoding='utf-8') as out:
            for page in map(json.loads, open(f'{source}/data/{name}/pages.jsonl', encoding='utf-8')):
                if page.get('exclude') or page.get('split') != 'dev':
                    continue
                raw = gzip.open(f"{source}/data/{page['html_file']}").read()
                page['html_file'] = f"{name}/html/{page['id'].replace('/', '_')}.html"
                with open(f"{folder}/{page['html_file']}", 'wb') as html:
                    html.write(old_page.old(decode(raw), page['id'], page.get('lang') or ''))
                out.write(json.dumps(page, ensure_ascii=False) + '\n')


def make(source, kind):
    """The folder with the pages of a kind, made if it is not there yet."""
    folder = f'{ROOT}/build/bench/{kind}'
    done = f'{folder}/made'
    if os.path.exists(done):
        return folder
    if kind == 'old':
        make_old(source, folder)
        open(done, 'w').close()
        return folder
    script = ['reduce.py', kind] if kind != 'distracted' else ['distract.py', '--data', make(source, 'noclass')]
    subprocess.run([sys.executable, f'{source}/{script[0]}', *script[1:], '--out', folder, '--set', ','.join(SETS)], check=True)
    open(done, 'w').close()
    return folder


def answer(core, folder, zones):
    """What the program says of the pages in a folder: by set, the path of its answers."""
    answers = {}
    for name in SETS:
        listing = bench.unpack(folder, name, zones, f'{folder}/pages')
        answers[name] = f'{folder}/{name}.jsonl'
        with open(answers[name], 'w', encoding='utf-8') as out:
            subprocess.run([core, listing], stdout=out, check=True)
    return answers


def show(kind, sets, found, goals):
    """A line of the table: each figure with its goal, and < where it is missed."""
    cells = []
    for name, column in MEASURES:
        now, goal = found.get(column, '-').replace('-', '0'), goals.get((kind, sets, name))
        if goal or now != '0':
            cells.append(f'{name} {now}' + (f' ({goal})' if goal else '') + ('<' if goal and float(now) < float(goal) else ''))
    print(f'{kind:11s}{sets:18s} ' + '  '.join(cells), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--bench', default=os.environ.get('ARTICLE_BENCH', f'{ROOT}/../shared/bench/extraction'))
    parser.add_argument('--core', default=f'{ROOT}/build/article-core')
    parser.add_argument('--kinds', default=','.join(KINDS))
    args = parser.parse_args()
    if not os.path.exists(f'{args.bench}/reduce.py'):
        print(f'no benchmark at {args.bench}: nothing to do (ARTICLE_BENCH names another place)')
        return
    sys.path.insert(0, args.bench)
    from predict import ZONES

    goals = {(row['kind'], row['sets'], row['measure']): row['goal'] for row in figures.read_table(f'{HERE}/reduced_goals.tsv')}
    for kind in args.kinds.split(','):
        answers = answer(args.core, make(args.bench, kind), ZONES)
        for sets in ('frgold', 'fundus,fundus_old', 'aeb', 'wcxb'):
            show(kind, sets, bench.score(args.bench, sets, answers), goals)


if __name__ == '__main__':
    main()
