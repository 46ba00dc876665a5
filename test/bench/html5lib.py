#!/usr/bin/env python3
"""html5lib-tests: does html_text return what a browser shows of the standard's own test documents?

  html5lib.py [--core PROGRAM] [--data FOLDER] [--only PART] [-v]

The data are outside the project: FOLDER, $HTML5LIB_TESTS or ../shared/bench/html5lib, with tree-construction/*.dat and
tokenizer/*.test.  Where there are none, nothing is tested.  PART: only files with this in their name; -v lists the misses.

Trees: whole documents (no #document-fragment, no #script-on).  Wanted are the text nodes of the tree that a document should give,
in their order, without those in elements that a browser does not show, or that html_text leaves out as it does the controls of
forms (UNSEEN).  Of drawings a browser shows the text of <text>, and what stands in <foreignObject>.

Tokens: the cases that start in the data state and whose output is nothing but characters; without NUL and lone surrogates, which no
text in PostgreSQL can hold.

White space, control characters and characters without width are ignored on both sides, and so are hyphens, for html_text
writes one before a list item.  Exit status 1 where a share is below its goal.  Standard library only.
"""
import argparse
import glob
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))

UNSEEN = {'title', 'script', 'style', 'template', 'noscript', 'noembed', 'noframes', 'iframe', 'audio', 'video', 'canvas', 'datalist',
          'select', 'textarea', 'rt', 'rp', 'rtc'}
# Percent.
GOALS = {'trees': 97, 'tokens': 100}


def tests_of(path):
    """The tests of a .dat file, each as its sections by name."""
    with open(path, encoding='utf-8', newline='') as file:
        tests = ('\n' + file.read()).split('\n#data\n')[1:]
    for test in tests:
        parts = re.split(r'\n#(errors|new-errors|script-on|script-off|document-fragment|document)(?=\n|$)', '\n' + test)
        yield {name: text[1:] for name, text in zip(['data', *parts[1::2]], parts[0::2])}


SEEN, DRAWN, NEVER = range(3)


def state_in(name, outside):
    """Whether text in an element of this name is visible, given the same about its parent."""
    if outside == NEVER or name in UNSEEN:
        return NEVER
    if name in ('svg text', 'svg foreignObject'):
        return SEEN
    return DRAWN if name == 'svg svg' or outside == DRAWN else outside


def seen_text(tree):
    """The text of a tree as the tests write one: a node a line, as "| ", two spaces a level, and the node."""
    out = []
    around = []  # the ancestors of the node: depth, and state of their text
    for node in re.split(r'(?:^|\n)\| ', tree.rstrip('\n'))[1:]:
        depth = len(node) - len(node.lstrip(' '))
        node = node[depth:]
        element = re.fullmatch(r'<((?:svg |math )?[^ >]+)>', node)
        while around and depth <= around[-1][0]:
            around.pop()
        state = around[-1][1] if around else SEEN
        if node.startswith('"') and state == SEEN:
            out.append(node[1:-1])
        elif element is not None:
            around.append((depth, state_in(element[1], state)))
    return ''.join(out)


def tree_cases(folder, only):
    for path in sorted(glob.glob(f'{folder}/tree-construction/*{only}*.dat')):
        for number, test in enumerate(tests_of(path), 1):
            if 'document-fragment' not in test and 'script-on' not in test:
                yield f'{os.path.basename(path)}:{number}', test['data'], seen_text(test['document'])


def token_cases(folder, only):
    for path in sorted(glob.glob(f'{folder}/tokenizer/*{only}*.test')):
        with open(path, encoding='utf-8') as file:
            tests = json.load(file).get('tests', [])
        for number, test in enumerate(tests, 1):
            output = [token for token in test['output'] if token != 'ParseError']
            if 'Data state' in test.get('initialStates', ['Data state']) and output and \
                    all(token[0] == 'Character' for token in output):
                texts = [test['input'], ''.join(token[1] for token in output)]
                if test.get('doubleEscaped'):
                    texts = [json.loads(f'"{text}"') for text in texts]
                if not any(re.search('[\0\ud800-\udfff]', text) for text in texts):
                    yield f'{os.path.basename(path)}:{number}', *texts


def texts_of(core, pages):
    """html_text of each page, according to the core."""
    with tempfile.TemporaryDirectory() as folder:
        for number, page in enumerate(pages):
            with open(f'{folder}/{number}', 'wb') as file:
                # A byte order mark, so that no encoding is guessed.
                file.write(b'\xEF\xBB\xBF' + page.encode())
        with open(f'{folder}/list', 'w') as file:
            file.writelines(f'{number}\t\t\t{folder}/{number}\n' for number in range(len(pages)))
        answer = subprocess.run([core, '--text', f'{folder}/list'], stdout=subprocess.PIPE, check=True)
        return [json.loads(line)['text'] or '' for line in answer.stdout.decode().rstrip('\n').split('\n')]


def bare(text):
    return ''.join(c for c in text if not c.isspace() and c != '-' and unicodedata.category(c) not in ('Cc', 'Cf'))


def run(what, core, cases, verbose):
    """Prints the share of correct cases; returns whether it reaches its goal."""
    cases = list(cases)
    equal = 0
    for (name, page, wanted), got in zip(cases, texts_of(core, [page for _, page, _ in cases])):
        if bare(wanted) == bare(got):
            equal += 1
        elif verbose:
            print(f'{name}\n    page {page!r}\n    want {bare(wanted)!r}\n    got  {bare(got)!r}')
    share = 100 * equal / max(len(cases), 1)
    print(f'{what}: {equal} of {len(cases)} equal ({share:.2f} %)')
    return share >= GOALS[what]


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument('--core', default=f'{ROOT}/build/article-core')
    parser.add_argument('--data', default=os.environ.get('HTML5LIB_TESTS', f'{ROOT}/../shared/bench/html5lib'))
    parser.add_argument('-v', '--verbose', action='store_true')
    parser.add_argument('--only', default='')
    args = parser.parse_args()
    if not os.path.isdir(args.data):
        print(f'no html5lib-tests in {args.data}: nothing to test')
        return 0
    good = run('trees', args.core, tree_cases(args.data, args.only), args.verbose)
    return 0 if run('tokens', args.core, token_cases(args.data, args.only), args.verbose) and good else 1


if __name__ == '__main__':
    sys.exit(main())
