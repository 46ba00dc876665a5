#!/usr/bin/env python3
"""Which rules are believed, on rules made for the benchmark's pages: those that fit, and those that take something else.

  simulate_rules.py [--bench DIR] [--core PROGRAM]... [--xml PROGRAM] [--seed N]
  simulate_rules.py --fits

For each page the element with a class or id whose text is most like the true body (F1 of 4-grams above 0.8) gives a rule
that fits; up to four others, of which the true body has less than half, give rules as they are after a site has
changed.  Prints for each program how many of either are believed, and the F1 of the bodies that fitting rules take.
Several programs, as builds with other values of ENOUGH_RULED in body_rule.c, are compared by ten folds of sites: the best on nine
is scored on the tenth.  --fits does so for the constants that decide whether a rule fits: builds body_rule.c with each of VARIED in turn, chooses
on nine folds the value that rejects most others among those that believe nearly as many fitting rules as the best, and counts both
on the tenth.  Needs build/page-xml and build/article-core.  Standard library only.
"""
import argparse
import json
import os
import random
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from urllib.parse import urlsplit

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'test', 'bench'))
import bench  # noqa: E402
import linked  # noqa: E402
import rules as site_rules  # noqa: E402

ROOT = bench.ROOT
SETS = ['frgold', 'fundus', 'aeb', 'wcxb']
TAGS = {'div', 'section', 'article', 'main', 'td', 'aside', 'ul', 'p', 'header', 'footer', 'span'}
FITS = 0.8       # F1 from which an element is the body
OTHER = 0.5      # share of the body below which it is something else
SHORTEST = 60    # characters of a rule's element; less is no body in any case
MOST_ELEMENTS = 1500
FOLDS = 10
VARIED = {'SHORTEST_RULED': ['0', '30', '60', '120', '240'], 'ENOUGH_SENTENCES': ['1', '2', '3', '4', '1000'],
          'LEAST_SHARE': ['0.1', '0.2', '(1.0 / 3)', '0.5', '0.7']}
NEARLY = 0.005   # share of the fitting rules that a value may lose against the best


def grams(text):
    words = re.findall(r'\w+', text.lower())
    return {tuple(words[i:i + 4]) for i in range(len(words) - 3)}


def texts(tree):
    """The elements with a class or id: an XPath, and the text without scripts."""
    for element in tree.iter():
        element.tag = element.tag.split('}')[-1]
        for child in element:
            if child.tag.split('}')[-1] in ('script', 'style', 'noscript', 'template'):
                child[:] = []
                child.text = None
    for element in tree.iter():
        name = next((name for name in ('id', 'class') if element.get(name)), None)
        if element.tag in TAGS and name and '"' not in element.get(name):
            yield f'//{element.tag}[@{name}="{element.get(name)}"]', ' '.join(element.itertext())


def candidates(tree, body):
    """(F1, share of the body, path) of elements that are not much longer than it."""
    true = grams(body)
    for i, (path, text) in enumerate(texts(tree)):
        if i < MOST_ELEMENTS and SHORTEST <= len(text) < 8 * len(body):
            own = grams(text)
            both = len(own & true)
            yield (2 * both / max(1, len(own) + len(true)), both / max(1, len(true)), path)


def rules_of(page, xml, body):
    """Pairs of whether a rule fits, and its path."""
    try:
        found = list(candidates(ET.fromstring(xml), body))
    except ET.ParseError:
        return []
    best = max(found, default=(0, 0, ''))
    others = [path for f1, share, path in found if share < OTHER]
    pick = random.Random(page)
    return ([(True, best[2])] if best[0] > FITS else []) + [(False, path) for path in pick.sample(others, min(4, len(others)))]


def simulate(args, folder, score, zones):
    """Writes the rules and a list of pages; returns what each made-up host stands for."""
    cases = {}
    lines = []
    for name in SETS:
        truth = {page['id']: page for page in score.load_gt(f'{args.bench}/data', [name], 'dev', None, [], None).pages}
        pages = [line.rstrip('\n').split('\t') for line in open(bench.unpack(f'{args.bench}/data', name, zones))]
        pages = [page for page in pages if len((truth.get(page[0]) or {}).get('body') or '') >= 200]
        shown = subprocess.run([args.xml, 'xml'], input=''.join(page[3] + '\n' for page in pages), stdout=subprocess.PIPE, text=True, check=True).stdout
        for page, xml in zip(pages, filter(None, shown.split('\n'))):
            for fits, path in rules_of(f'{args.seed} {page[0]}', json.loads(xml)['xml'], truth[page[0]]['body']):
                host = f'p{len(cases)}.example'
                cases[host] = (fits, urlsplit(page[1]).netloc, truth[page[0]])
                with open(f'{folder}/{host}.txt', 'w') as file:
                    file.write(f'body: {path}\n')
                lines.append(f'{host}\thttp://{host}/a\t{page[2]}\t{page[3]}\n')
    with open(f'{folder}/list.tsv', 'w') as file:
        file.writelines(lines)
    return cases


def builds():
    """Programs with one constant of body_rule.c changed each, by constant and value."""
    source = open(f'{ROOT}/src/article/body/body_rule.c').read()
    programs = {}
    for name, values in VARIED.items():
        for value in values:
            own = f'{ROOT}/build/bench/fits/{len(programs)}'
            os.makedirs(f'{own}/article/body', exist_ok=True)
            with open(f'{own}/article/body/body_rule.c', 'w') as file:
                file.write(re.sub(rf'(#define {name} ).*', rf'\g<1>{value}', source))
            programs[name, value] = linked.link(f'{own}/article-core', own, ['article/body/body_rule'])
    return programs


def shares(believed, kept):
    """Of the cases that `kept` chooses: the share of the fitting rules that are believed, and of the others that are not."""
    fit = [value for host, (fits, value) in believed.items() if fits and kept(host)]
    others = [not value for host, (fits, value) in believed.items() if not fits and kept(host)]
    return site_rules.mean(fit), site_rules.mean(others)


def judge_fits(folder, cases, seed):
    """Prints each constant's shares by value, and those of the values that are chosen without the fold they are counted on."""
    believed = {}
    for key, program in builds().items():
        answers = site_rules.run(program, f'{folder}/list.tsv', '--rules', folder)
        believed[key] = {host: (cases[host][0], bool(answer['rules'].get('body'))) for host, answer in answers.items()}
    fold = {site: random.Random(f'{seed} {site}').randrange(FOLDS) for _, site, _ in cases.values()}
    for name, values in VARIED.items():
        for value in values:
            print(f'{name} {value}: %.4f of those that fit believed, %.4f of the others not' % shares(believed[name, value], lambda host: True))
        held_out, chosen = {}, []
        for k in range(FOLDS):
            seen = {value: shares(believed[name, value], lambda host: fold[cases[host][1]] != k) for value in values}
            best = max(fit for fit, _ in seen.values())
            chosen.append(max((value for value in values if seen[value][0] >= best - NEARLY), key=lambda value: seen[value][1]))
            held_out.update({host: pair for host, pair in believed[name, chosen[-1]].items() if fold[cases[host][1]] == k})
        print(f'{name} held out, chosen {" ".join(chosen)}: %.4f, %.4f' % shares(held_out, lambda host: True), flush=True)


def f1(score, page, answer):
    gt = score.GT([page])
    return score.score(gt, {page['id']: answer})[1][0]['body']


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--bench', default=os.environ.get('ARTICLE_BENCH', f'{ROOT}/../shared/bench/extraction'))
    parser.add_argument('--core', action='append')
    parser.add_argument('--xml', default=f'{ROOT}/build/page-xml')
    parser.add_argument('--seed', default='1')
    parser.add_argument('--fits', action='store_true')
    args = parser.parse_args()
    sys.path.insert(0, args.bench)
    import score
    from predict import ZONES

    folder = f'{ROOT}/build/bench/simulated'
    os.makedirs(folder, exist_ok=True)
    cases = simulate(args, folder, score, ZONES)
    if args.fits:
        judge_fits(folder, cases, args.seed)
        return
    scores = {}
    for core in args.core or [f'{ROOT}/build/article-core']:
        answers = site_rules.run(core, f'{folder}/list.tsv', '--rules', folder)
        believed = {kind: [bool(answer['rules'].get('body')) for host, answer in answers.items() if cases[host][0] == kind]
                    for kind in (True, False)}
        scores[core] = {host: f1(score, cases[host][2], {**answer, 'id': cases[host][2]['id']})
                        for host, answer in answers.items() if cases[host][0]}
        print(f'{core}: {site_rules.mean(believed[True]):.4f} of {len(believed[True])} rules that fit are believed, '
              f'{1 - site_rules.mean(believed[False]):.4f} of {len(believed[False])} others are not; F1 {site_rules.mean(list(scores[core].values())):.4f}')
    if len(scores) > 1:
        fold = {site: random.Random(f'{args.seed} {site}').randrange(FOLDS) for _, site, _ in cases.values()}
        held_out = []
        for k in range(FOLDS):
            best = max(scores, key=lambda core: sum(f for host, f in scores[core].items() if fold[cases[host][1]] != k))
            held_out += [f for host, f in scores[best].items() if fold[cases[host][1]] == k]
            print(f'fold {k}: {best}')
        print(f'held out: F1 {site_rules.mean(held_out):.4f}')


if __name__ == '__main__':
    main()
