#!/usr/bin/env python3
"""Hostile pages: the cost of each shape compared with a normal page of the same size, in time and memory.

  hostile.py [--sizes 1,4,16] [--rounds N] [--view VIEW[,VIEW] | --view all] [--failures] [SHAPE ...]
  hostile.py --text FUNCTION[,FUNCTION] | --text all ...
  hostile.py --feeds ... [FEED ...]
  hostile.py --under-rules ... [SHAPE ...]
  hostile.py --rules ... [NAME ...]

The shapes of hostile_shapes.py are made at every size (MB) and run through build/page-cost, eight of them in turn with a normal page of that
size: the benchmark's pages of at most 100 KB (half of them; larger ones are mostly script, which costs next to nothing) one after
the other, or the seeds where it is missing.  With --view, the parse and then a view of the page; "parse" is the parse alone, "all"
is every view with it.  With --text, functions for French text read TEXTS, beside plain French text of that size; with --feeds,
article_feed reads FEEDS beside an ordinary one.  With --under-rules, both pages are read with the rules that real sites have;
with --rules, it is the rules of SITE_RULES that are hostile, on a normal page: what they may cost is bounded by operations of
XPath, so the limits are nanoseconds a byte, twice a view's memory, and what 500 compiled paths hold.

Times are of the processor.  Other work on the machine still stretches them, through shared caches and cores: what seems too slow is
measured again, alone with the normal page and in five rounds, and only that counts; if it seems to grow faster still, growth is judged
by its own instructions at both sizes (valgrind's callgrind), where valgrind is there: a normal page gets cheaper per byte as it grows.

Printed for each: nanoseconds a byte, times a normal page's, the exponent of growth from the smallest size on where a normal page's
is 1 (both leave the caches), peak memory over the page's size (the page included; its size as UTF-8 where that is larger), and the
longest time without a look whether the call is to end.  A cross marks what is more than 3.5 times a normal page (a view: 4), grows
by more than 0.15 faster (and costs more than a normal page: what costs next to nothing does so while it fits into the cache), needs
more than 4 times the page + 1 MB (a view: 6), or is deaf for 100 ms.
--failures prints only those.  Exit status 1 where there are any.  Standard library only.
"""
import argparse
import glob
import math
import os
import re
import shutil
import subprocess
import sys
import tempfile
import typing

from hostile_shapes import FEEDS, SHAPES, SITE_RULES, TEXTS

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
MB = 1 << 20
PARSE = 'parse'
VIEWS = [PARSE, 'html', 'markdown', 'TEI', 'text', 'explain', 'blocks', 'dates', 'links', 'metadata']
FUNCTIONS = ['normalize', 'fold', 'slug', 'terms', 'query', 'keys', 'numbers', 'expressions', 'sentences', 'sounds', 'names', 'quotes']
SLOWEST = 3.5
SLOWEST_VIEW = 4.0
LARGEST = 4
LARGEST_VIEW = 6
LARGEST_TEXT = 36  # times the text: three bytes can become 33
LARGEST_FEED = 12  # times the feed: one entry may be all of it, and its addresses become absolute
LARGEST_RULED = 12  # libxml2's tree, which the rules of SITE_RULES ask for, may take 8
RULES_HELD = 2 * MB  # 500 compiled paths, whatever the size of the page
SLOWEST_RULED = 1000  # nanoseconds a byte of a page under the worst rules: 1 s for one of 1 MB
STEEPEST = 1.15
LONGEST_DEAF = 100e6  # nanoseconds
LARGEST_NORMAL = 100_000
SECONDS = 120  # for one shape at one size; more counts as a hang
BATCH = 8  # shapes that one normal page is compared with
ROUNDS_AGAIN = 5
VALGRIND = ['valgrind', '--tool=callgrind', '--callgrind-out-file=/dev/null']


def normal_page(size):
    """Real pages of ordinary size, concatenated and cut to the requested size."""
    paths = [path for path in sorted(glob.glob(f'{ROOT}/build/bench/*/*.html'), key=os.path.basename)
             if os.path.getsize(path) <= LARGEST_NORMAL] or sorted(glob.glob(f'{ROOT}/seeds/[a-k]*.html'))
    pages = []
    total = 0
    while total < size:
        for path in paths:
            pages.append(open(path, 'rb').read())
            total += len(pages[-1])
            if total >= size:
                break
    return b''.join(pages)[:size]


def normal_text(size):
    return TEXTS['words'](size)


def write(path, data):
    with open(path, 'wb') as out:
        out.write(data)


def command_of(call, rounds, paths):
    return [f'{ROOT}/build/page-cost', '--rounds', str(rounds)] + ([] if call.name == PARSE else [call.option, call.name]) + (
        ['--rules', call.rules] if call.rules else []) + paths


def measure(call, rounds, paths):
    """What each page costs, or None if they do not end."""
    try:
        printed = subprocess.run(command_of(call, rounds, paths), stdout=subprocess.PIPE, text=True, check=True,
                                 timeout=SECONDS * len(paths)).stdout
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        return None
    rows = [line.split('\t') for line in printed.splitlines()]
    return [Cost(float(row[2]), int(row[3]), int(row[1]), int(row[4]), float(row[5])) for row in rows]


def instructions(call, path):
    printed = subprocess.run(VALGRIND + command_of(call, 1, [path]), stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, check=True)
    return int(re.search(r'Collected : (\d+)', printed.stderr).group(1))


class Cost(typing.NamedTuple):
    """Of one page: processor nanoseconds, peak of memory, its size, its size as UTF-8, and the longest time without a check."""
    spent: float
    peak: int
    size: int
    as_utf8: int
    deaf: float  # nanoseconds

    def a_byte(self):
        return self.spent / self.size


class Call(typing.NamedTuple):
    """What is measured, and its limits: as multiples of a normal page's time and of the page's size."""
    option: str
    name: str
    slowest: float
    largest: float
    rules: str = ''  # a file


def calls_of(arguments, rules):
    if arguments.feeds:
        return [Call('--text', 'feed', SLOWEST_VIEW, LARGEST_FEED)]
    if arguments.text:
        names = FUNCTIONS if arguments.text == 'all' else arguments.text.split(',')
        return [Call('--text', name, SLOWEST_VIEW, LARGEST_TEXT) for name in names]
    names = VIEWS if arguments.view == 'all' else arguments.view.split(',')
    rules = rules if arguments.under_rules else ''
    return [Call('--view', name, SLOWEST, LARGEST, rules) if name == PARSE else
            Call('--view', name, SLOWEST_VIEW, LARGEST_VIEW, rules) for name in names]


class Finding(typing.NamedTuple):
    """The line to print for one shape at one size, and the limits that it exceeds."""
    line: str
    marks: list


class Smallest(typing.NamedTuple):
    """A shape at the smallest size: bytes, and times a normal page's time."""
    size: int
    slower: float


def smallest_of(normal, cost):
    return Smallest(cost.size, cost.a_byte() / normal.a_byte())


def judge(call, name, size, normal, cost, smallest):
    """One shape at one size; smallest is None at the smallest size."""
    held = max(cost.size, cost.as_utf8)
    slower = cost.a_byte() / normal.a_byte()
    exponent = 1.0
    if smallest is not None and smallest.size * 2 < cost.size:
        exponent += math.log(slower / smallest.slower) / math.log(cost.size / smallest.size)
    marks = [mark for mark, exceeded in (('time', slower > call.slowest), ('growth', exponent > STEEPEST and slower > 1),
                                         ('memory', cost.peak > call.largest * held + MB), ('cancel', cost.deaf > LONGEST_DEAF)) if exceeded]
    return Finding(f'{call.name:9} {name:24} {size:3} MB {cost.a_byte():8.1f} ns/byte {slower:7.2f} × normal exponent {exponent:5.2f} '
                   f'memory {(cost.peak - MB) / held:6.2f} × + 1 MB deaf {cost.deaf / 1e6:6.1f} ms'
                   + ''.join(f'  ✗ {mark}' for mark in marks), marks)


class Bench:
    """Pages are kept in a folder, as normal-SIZE and NAME-SIZE."""

    def __init__(self, arguments, scratch, shapes, normal):
        self.arguments = arguments
        self.scratch = scratch
        self.shapes = shapes
        self.rules = f'{scratch}/rules'
        write(self.rules, SITE_RULES['real'].encode())
        for size in arguments.sizes:
            write(self.path('normal', size), normal(size * MB))

    def path(self, name, size):
        return f'{self.scratch}/{name}-{size}'

    def measure(self, call, size, names, rounds):
        """A normal page's cost and that of each shape; those that do not end are missing."""
        costs = measure(call, rounds, [self.path(name, size) for name in ['normal'] + names])
        if costs is not None:
            return costs[0], dict(zip(names, costs[1:]))
        if len(names) == 1:
            return None, {}
        alone = [self.measure(call, size, [name], rounds) for name in names]
        return None, {name: cost for _, found in alone for name, cost in found.items()}

    def measure_again(self, call, name, size):
        """As judge, from measurements of this shape alone."""
        normal, found = self.measure(call, size, [name], ROUNDS_AGAIN)
        if normal is None:
            return Finding(f'{call.name:9} {name:24} {size:3} MB   did not end', ['end'])
        cost = found[name]
        first = self.arguments.sizes[0]
        normal_first, found_first = self.measure(call, first, [name], ROUNDS_AGAIN)
        finding = judge(call, name, size, normal, cost, smallest_of(normal_first, found_first[name]) if normal_first is not None else None)
        if finding.marks != ['growth'] or shutil.which('valgrind') is None:
            return finding
        paths = [self.path(name, each) for each in (first, size)]
        counts = [instructions(call, path) / os.path.getsize(path) for path in paths]
        before = Smallest(os.path.getsize(paths[0]), cost.a_byte() / normal.a_byte() * counts[0] / counts[1])
        return judge(call, name, size, normal, cost, before)

    def check(self, call, names):
        """Prints some shapes at every size; returns the number of failures."""
        failures = 0
        smallest = {}
        for size in self.arguments.sizes:
            normal, costs = self.measure(call, size, names, self.arguments.rounds)
            for name in names:
                finding = None
                if normal is not None and name in costs:
                    finding = judge(call, name, size, normal, costs[name], smallest.get(name))
                    smallest.setdefault(name, smallest_of(normal, costs[name]))
                if finding is None or set(finding.marks) & {'time', 'growth', 'cancel'}:
                    finding = self.measure_again(call, name, size)
                failures += bool(finding.marks)
                if finding.marks or not self.arguments.failures:
                    print(finding.line, flush=True)
        return failures

    def check_rules(self, name):
        """Prints what rules cost on a normal page of every size; returns the number of failures."""
        write(self.rules, SITE_RULES[name].encode())
        plain_call = Call('--view', PARSE, SLOWEST_RULED, LARGEST_RULED)
        failures = 0
        for size in self.arguments.sizes:
            page = [self.path('normal', size)]
            costs = measure(plain_call._replace(rules=self.rules), 1, page)
            plain = measure(plain_call, 1, page)
            if costs is None or plain is None:
                print(f'{name:24} {size:3} MB   did not end', flush=True)
                return failures + 1
            cost = costs[0]
            marks = [mark for mark, exceeded in (('time', cost.a_byte() > SLOWEST_RULED), ('cancel', cost.deaf > LONGEST_DEAF),
                                                 ('memory', cost.peak > LARGEST_RULED * cost.size + MB + RULES_HELD)) if exceeded]
            failures += bool(marks)
            if marks or not self.arguments.failures:
                print(f'{name:24} {size:3} MB {cost.a_byte():9.1f} ns/byte {cost.spent / plain[0].spent:8.1f} × without rules memory '
                      f'{(cost.peak - MB) / cost.size:6.2f} × + 1 MB deaf {cost.deaf / 1e6:6.1f} ms' + ''.join(f'  ✗ {mark}' for mark in marks), flush=True)
        return failures

    def run(self, names):
        if self.arguments.rules:
            return sum(self.check_rules(name) for name in names)
        failures = 0
        for first in range(0, len(names), BATCH):
            batch = names[first:first + BATCH]
            for size in self.arguments.sizes:
                for name in batch:
                    write(self.path(name, size), self.shapes[name](size * MB))
            for call in calls_of(self.arguments, self.rules):
                failures += self.check(call, batch)
            for size in self.arguments.sizes:
                for name in batch:
                    os.unlink(self.path(name, size))
        return failures


def build():
    """page-cost, of the sources as they are."""
    command = ['make', '-s', '-C', ROOT, '-f', 'tools/core.mk', 'build/page-cost']
    made = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if made.returncode:
        sys.exit(f'{made.stdout}\nThe program that is measured cannot be built: make -f tools/core.mk build/page-cost')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('shapes', nargs='*')
    parser.add_argument('--sizes', default='1,4,16')
    parser.add_argument('--rounds', type=int, default=3)
    parser.add_argument('--view', default=PARSE)
    parser.add_argument('--text')
    parser.add_argument('--feeds', action='store_true')
    parser.add_argument('--rules', action='store_true')
    parser.add_argument('--under-rules', action='store_true')
    parser.add_argument('--failures', action='store_true')
    arguments = parser.parse_args()
    build()
    arguments.sizes = [int(size) for size in arguments.sizes.split(',')]
    shapes = FEEDS if arguments.feeds else TEXTS if arguments.text else SITE_RULES if arguments.rules else SHAPES
    normal = FEEDS['feed-items'] if arguments.feeds else normal_text if arguments.text else normal_page
    with tempfile.TemporaryDirectory() as scratch:
        failures = Bench(arguments, scratch, shapes, normal).run(arguments.shapes or list(shapes))
    print(f'{failures} failures')
    return failures > 0


if __name__ == '__main__':
    sys.exit(main())
