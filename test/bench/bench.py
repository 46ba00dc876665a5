#!/usr/bin/env python3
"""make bench: runs the core over the benchmark pages and prints its figures next to the goals and the last kept ones.

  bench.py [--keep] [--bench DIR] [--core PROGRAM]

Runs build/article-core over every set of DIR (default ../shared/bench/extraction), scores it with the
bench's own score.py, times it against libxml2's tree of the same bytes, and prints a table.  --keep
writes the figures to test/bench/figures.tsv.  Unpacked pages stay in build/bench.  Standard library only.
"""
import argparse
import gzip
import json
import os
import re
import subprocess
import sys

import figures

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SETS = ['frgold', 'fundus', 'fundus_old', 'aeb', 'wcxb', 'traf', 'htmldate']


def unpack(data, name, zones, folder=f'{ROOT}/build/bench'):
    """Writes the pages of a set of the folder "data" and its LIST.tsv; returns the list's path."""
    target = f'{folder}/{name}'
    listing = f'{target}.tsv'
    if os.path.exists(listing):
        return listing
    os.makedirs(target, exist_ok=True)
    lines = []
    for line in open(f'{data}/{name}/pages.jsonl', encoding='utf-8'):
        page = json.loads(line)
        if page.get('exclude') or page.get('split') != 'dev':
            continue
        source = f"{data}/{page['html_file']}"
        raw = gzip.open(source).read() if source.endswith('.gz') else open(source, 'rb').read()
        path = f"{target}/{page['id'].replace('/', '_')}.html"
        with open(path, 'wb') as out:
            out.write(raw)
        zone = zones.get((page.get('lang') or '')[:2], 'Europe/Paris')
        lines.append('\t'.join([page['id'], page.get('url') or '', zone, path]))
    with open(listing, 'w', encoding='utf-8') as out:
        out.write('\n'.join(lines) + '\n')
    return listing


def score(bench, sets, answers):
    """The columns of score.py over these sets, by name."""
    merged = f'{ROOT}/build/bench/scored.jsonl'
    with open(merged, 'w', encoding='utf-8') as out:
        for name in sets.split(','):
            out.write(open(answers[name], encoding='utf-8').read())
    printed = subprocess.run([sys.executable, f'{bench}/score.py', merged, '--set', sets],
                             stdout=subprocess.PIPE, text=True, check=True).stdout
    header, row = [line.split() for line in printed.splitlines() if not line.startswith('#')][:2]
    return dict(zip(header, row))


def ratio(core, listing):
    """Time of the core and of libxml2's tree over a list: (ms per page, ms per page, ratio)."""
    printed = subprocess.run([core, '--time', listing], stdout=subprocess.PIPE, text=True, check=True).stdout
    article, tree = [float(x) for x in re.findall(r'^(?:article|tree) +([\d.]+) ms', printed, re.M)]
    return article, tree, article / tree


def unpack_all(bench):
    """The list of every set, by name, and the path of one list of all pages."""
    sys.path.insert(0, bench)
    from predict import ZONES

    lists = {name: unpack(f'{bench}/data', name, ZONES) for name in SETS}
    everything = f'{ROOT}/build/bench/all.tsv'
    with open(everything, 'w', encoding='utf-8') as out:
        out.write(''.join(open(lists[name], encoding='utf-8').read() for name in SETS))
    return lists, everything


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--bench', default=os.environ.get('ARTICLE_BENCH', f'{ROOT}/../shared/bench/extraction'))
    parser.add_argument('--core', default=f'{ROOT}/build/article-core')
    parser.add_argument('--keep', action='store_true')
    args = parser.parse_args()
    if not os.path.exists(f'{args.bench}/score.py'):
        print(f'no benchmark at {args.bench}: nothing to do (ARTICLE_BENCH names another place)')
        return
    lists, everything = unpack_all(args.bench)
    answers = {}
    for name in SETS:
        answers[name] = f'{ROOT}/build/bench/{name}.jsonl'
        with open(answers[name], 'w', encoding='utf-8') as out:
            subprocess.run([args.core, lists[name]], stdout=out, check=True)

    kept = figures.kept()
    found = []
    print(f"{'sets':18s} {'measure':18s} {'others':>7s} {'least':>7s} {'goal':>7s} {'kept':>7s} {'now':>7s}")
    for goal in figures.read_table(f'{HERE}/goals.tsv'):
        now = score(args.bench, goal['sets'], answers)[goal['column']]
        mark = '' if float(now) >= float(goal['goal']) else ' <'
        before = kept.get((goal['sets'], goal['measure']), '')
        print(f"{goal['sets']:18s} {goal['measure']:18s} {goal['others']:>7s} {goal['least']:>7s} "
              f"{goal['goal']:>7s} {before:>7s} {now:>7s}{mark}")
        found.append((goal['sets'], goal['measure'], now))

    article, tree, now = ratio(args.core, everything)
    before = kept.get(('all', 'time / tree'), '')
    print(f"{'all':18s} {'time / tree':18s} {'':7s} {'0.80':>7s} {'0.40':>7s} {before:>7s} {now:7.3f}"
          f"   ({article:.2f} ms a page, tree {tree:.2f})")
    found.append(('all', 'time / tree', f'{now:.3f}'))
    if args.keep:
        figures.keep(found)


if __name__ == '__main__':
    main()
