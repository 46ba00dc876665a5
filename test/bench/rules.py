#!/usr/bin/env python3
"""What the rules of sites change: the benchmark's pages of sites that have rules, with them and without.

  rules.py [--bench DIR] [--rules DIR or ARCHIVE] [--core PROGRAM] [--worse FIELD]

Runs build/article-core twice over the pages whose site has a file of rules, scores both with the bench's own
score.py, and prints a table for each set and field: all such pages, those where the field comes from a rule, and those
whose rules name it but do not fit, so that it comes from the page.  The last lines split the bodies that rules take by "prune".
--worse lists the pages on which a field is worse with the rules.  Standard library only.
"""
import argparse
import json
import os
import re
import subprocess
import sys
import tarfile
from urllib.parse import urlsplit

import bench

ROOT = bench.ROOT
SETS = bench.SETS + ['postlight', 'rdb']
FIELDS = ['body', 'phrases', 'title', 'authors', 'published', 'published_minute']
RULED = {'phrases': 'body', 'published_minute': 'published'}  # fields of score.py that are parts of another


def folder_of(rules):
    """The folder with the files of rules, unpacked if it is an archive."""
    if os.path.isdir(rules):
        return rules
    folder = f'{ROOT}/build/bench/site_rules'
    if not os.path.isdir(folder):
        os.makedirs(folder)
        with tarfile.open(rules) as archive:
            archive.extractall(folder)
    return folder


def run(core, listing, *options):
    """The core's answers for a list of pages, by id."""
    printed = subprocess.run([core, *options, listing], stdout=subprocess.PIPE, text=True, check=True).stdout
    return {answer['id']: answer for answer in map(json.loads, filter(None, printed.split('\n')))}


def keeps_all(folder, url):
    """Do the rules of an address say that nothing of a body is pruned?"""
    host = re.sub(r'^www\.', '', urlsplit(url or '').netloc.lower())
    for name in [host] + [host[i:] for i, char in enumerate(host) if char == '.']:
        if os.path.exists(f'{folder}/{name}.txt'):
            with open(f'{folder}/{name}.txt', errors='replace') as file:
                return bool(re.search(r'^prune\s*:\s*no\s*$', file.read(), re.I | re.M))
    return False


def mean(values):
    return sum(values) / len(values) if values else float('nan')


def row_of(name, field, pairs):
    """A line of the table, from pairs of scores: without rules, with them."""
    better = sum(new > old for old, new in pairs)
    worse = sum(new < old for old, new in pairs)
    return (f'{name:12s} {field:28s} {len(pairs):5d} {mean([old for old, _ in pairs]):8.4f} '
            f'{mean([new for _, new in pairs]):8.4f} {better:7d} {worse:6d}')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--bench', default=os.environ.get('ARTICLE_BENCH', f'{ROOT}/../shared/bench/extraction'))
    parser.add_argument('--rules', default=f'{ROOT}/../shared/bench/site_rules.tar.gz')
    parser.add_argument('--core', default=f'{ROOT}/build/article-core')
    parser.add_argument('--worse', metavar='FIELD')
    args = parser.parse_args()
    if not os.path.exists(f'{args.bench}/score.py') or not os.path.exists(args.rules):
        print(f'no benchmark at {args.bench}, or no rules at {args.rules}: nothing to do')
        return
    sys.path.insert(0, args.bench)
    import score
    from predict import ZONES

    rules = folder_of(args.rules)
    all_rows = {}
    print(f"{'set':12s} {'field':28s} {'pages':>5s} {'without':>8s} {'with':>8s} {'better':>7s} {'worse':>6s}")
    for name in SETS:
        listing = bench.unpack(f'{args.bench}/data', name, ZONES)
        ruled = run(args.core, listing, '--rules', rules)
        ids = {page for page, answer in ruled.items() if 'rules' in answer}
        plain = run(args.core, listing)
        truth = score.load_gt(f'{args.bench}/data', [name], 'dev', None, [], ids)
        rows = [{row['id']: row for row in score.score(truth, answers)[1]} for answers in (plain, ruled)]
        for field in FIELDS:
            pairs = [(page, old[field], rows[1][page][field]) for page, old in rows[0].items() if field in old]
            of_rule = {pair[0]: ruled[pair[0]]['rules'].get(RULED.get(field, field)) for pair in pairs}
            kinds = [('', pairs), (' by rule', [pair for pair in pairs if of_rule[pair[0]]]),
                     (' not fitting', [pair for pair in pairs if of_rule[pair[0]] is False])]
            for page, old, new in kinds[1][1] if RULED.get(field, field) == 'body' else []:
                all_rows.setdefault(f'{field} prune: {"no" if keeps_all(rules, plain[page]["url"]) else "yes"}', []).append((old, new))
            for kind, chosen in kinds:
                all_rows.setdefault(field + kind, []).extend((old, new) for _, old, new in chosen)
                if chosen:
                    print(row_of(name, field + kind, [(old, new) for _, old, new in chosen]))
            if args.worse == field:
                for page, old, new in sorted(pairs, key=lambda pair: pair[2] - pair[1]):
                    if new < old:
                        print(f'    {old:.3f} -> {new:.3f} {page} {plain[page]["url"]}')
                        if field + '_true' in rows[1][page]:
                            print('       ', *(repr(x)[:200] for x in (
                                rows[1][page][field + '_true'], rows[0][page][field + '_pred'],
                                rows[1][page][field + '_pred'])), sep='\n        ')
    for field, pairs in all_rows.items():
        if pairs:
            print(row_of('all', field, pairs))


if __name__ == '__main__':
    main()
