#!/usr/bin/env python3
"""Hostile pages: the cost of each shape compared with a normal page of the same size, in time and memory.

  hostile.py [--sizes 1,4,16] [--rounds N] [--view VIEW[,VIEW] | --view all] [--failures] [SHAPE ...]
  hostile.py --text FUNCTION[,FUNCTION] | --text all ...
  hostile.py --feeds [--sizes 1,4,16] [--failures] [FEED ...]
  hostile.py --under-rules [--view VIEW] ... [SHAPE ...]
  hostile.py --rules [--sizes 1,4] ... [NAME ...]

Each shape of hostile_shapes.py is made at every size (MB) and run through build/page-cost in turns with a normal page of that
size: the benchmark's pages of at most 100 KB (half of them; larger ones are mostly script, which costs next to nothing) one after
the other, or the seeds where it is missing.  With --view, the parse and then a view of the page; "parse" is the parse alone, "all"
is every view with it.  With --text, functions for French text read TEXTS, beside plain French text of that size; with --feeds,
article_feed reads FEEDS beside an ordinary one.  With --under-rules, both pages are read with the rules that real sites have;
with --rules, it is the rules of RULES that are hostile, on a normal page: what they may cost is bounded by operations of XPath, so
the limits are nanoseconds a byte, twice a view's memory, and what 2000 compiled paths hold.

Printed for each: nanoseconds a byte, times a normal page's, the exponent of growth from the smallest size on, peak memory over the
page's size (the page included; its size as UTF-8 where that is larger), and the longest time without a look whether the call is to
end.  A cross marks what is more than 3.5 times a normal page (a view: 4), grows faster than size^1.15 (and costs more than a normal
page: what costs next to nothing does so while it fits into the cache), needs more than 4 times the page + 1 MB (a view: 6), or is
deaf for 100 ms.
--failures prints only those.  Exit status 1 where there are any.  Standard library only.
"""
import argparse
import glob
import math
import os
import subprocess
import sys
import tempfile
import typing

from hostile_shapes import FEEDS, RULES, SHAPES, TEXTS

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
LARGEST_RULED = 12
RULES_HELD = 16 * MB  # 2000 compiled paths, whatever the size of the page
SLOWEST_RULED = 30_000  # nanoseconds a byte of a page under the worst rules: 30 s for one of 1 MB
STEEPEST = 1.15
LONGEST_DEAF = 100e6  # nanoseconds
LARGEST_NORMAL = 100_000
SECONDS = 120  # for one shape at one size; more counts as a hang


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


def normal_of(arguments):
    return FEEDS['items'] if arguments.feeds else normal_text if arguments.text else normal_page


def measure(call, rounds, paths):
    """(nanoseconds, peak, bytes, bytes as UTF-8, nanoseconds without a check) of each page, or None if they do not end."""
    command = [f'{ROOT}/build/page-cost', '--rounds', str(rounds)] + ([] if call.name == PARSE else [call.option, call.name])
    command += ['--rules', call.rules] if call.rules else []
    try:
        printed = subprocess.run(command + paths, stdout=subprocess.PIPE, text=True, check=True, timeout=SECONDS).stdout
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        return None
    rows = [line.split('\t') for line in printed.splitlines()]
    return [(float(row[2]), int(row[3]), int(row[1]), int(row[4]), float(row[5])) for row in rows]


class Call(typing.NamedTuple):
    """What is measured, and its limits: as multiples of a normal page's time and of the page's size."""
    option: str
    name: str
    slowest: float
    largest: float
    rules: str = ''  # a file


def calls_of(arguments, scratch):
    if arguments.feeds:
        return [Call('--text', 'feed', SLOWEST_VIEW, LARGEST_FEED)]
    if arguments.text:
        names = FUNCTIONS if arguments.text == 'all' else arguments.text.split(',')
        return [Call('--text', name, SLOWEST_VIEW, LARGEST_TEXT) for name in names]
    names = VIEWS if arguments.view == 'all' else arguments.view.split(',')
    rules = f'{scratch}/rules' if arguments.under_rules else ''
    largest = LARGEST_RULED if rules else LARGEST
    return [Call('--view', name, SLOWEST, largest, rules) if name == PARSE else Call('--view', name, SLOWEST_VIEW, max(largest, LARGEST_VIEW), rules)
            for name in names]


def check_rules(arguments, name, scratch):
    """Prints what rules cost on a normal page of every size; returns the number of failures."""
    write(f'{scratch}/rules', RULES[name].encode())
    call = Call('--view', PARSE, SLOWEST_RULED, LARGEST_RULED, f'{scratch}/rules')
    failures = 0
    for size in arguments.sizes:
        page = [f'{scratch}/normal-{size}']
        ruled = measure(call, 1, page)
        plain = measure(call._replace(rules=''), 1, page)
        if ruled is None or plain is None:
            print(f'{name:24} {size:3} MB   did not end', flush=True)
            return failures + 1
        nanoseconds, peak, size_of_page, _, deaf = ruled[0]
        marks = [mark for mark, failed in (('✗ time', nanoseconds / size_of_page > SLOWEST_RULED), ('✗ memory', peak > LARGEST_RULED * size_of_page + MB + RULES_HELD),
                                           ('✗ cancel', deaf > LONGEST_DEAF)) if failed]
        failures += bool(marks)
        if marks or not arguments.failures:
            print(f'{name:24} {size:3} MB {nanoseconds / size_of_page:9.1f} ns/byte {nanoseconds / plain[0][0]:8.1f} × without rules '
                  f'memory {(peak - MB) / size_of_page:6.2f} × + 1 MB deaf {deaf / 1e6:6.1f} ms {" ".join(marks)}', flush=True)
    return failures


def line_of(call, name, size, measured, smallest):
    """The line to print for one shape at one size, and whether it fails."""
    title = f'{call.name:9} {name:24} {size:3} MB'
    if measured is None:
        return f'{title}   did not end', True
    (normal, _, normal_bytes, _, _), (nanoseconds, peak, page_bytes, as_utf8, deaf) = measured
    held = max(page_bytes, as_utf8)
    slower = (nanoseconds / page_bytes) / (normal / normal_bytes)
    exponent = 1.0
    if smallest is not None and smallest[2] * 2 < page_bytes:
        exponent = math.log(nanoseconds / smallest[0]) / math.log(page_bytes / smallest[2])
    marks = ['✗ time' if slower > call.slowest else '', '✗ growth' if exponent > STEEPEST and slower > 1 else '',
             '✗ memory' if peak > call.largest * held + MB else '', '✗ cancel' if deaf > LONGEST_DEAF else '']
    text = (f'{title} {nanoseconds / page_bytes:8.1f} ns/byte {slower:7.2f} × normal exponent {exponent:5.2f} '
            f'memory {(peak - MB) / held:6.2f} × + 1 MB deaf {deaf / 1e6:6.1f} ms {" ".join(mark for mark in marks if mark)}')
    return text, any(marks)


def check_shape(arguments, call, name, make, scratch):
    """Prints a shape at every size; returns the number of failures."""
    failures = 0
    smallest = None
    for size in arguments.sizes:
        write(f'{scratch}/page', make(size * MB))
        measured = measure(call, arguments.rounds, [f'{scratch}/normal-{size}', f'{scratch}/page'])
        text, failed = line_of(call, name, size, measured, smallest)
        failures += failed
        if failed or not arguments.failures:
            print(text, flush=True)
        if measured is None:
            break
        smallest = smallest or measured[1]
    return failures


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
    arguments.sizes = [int(size) for size in arguments.sizes.split(',')]
    shapes = FEEDS if arguments.feeds else TEXTS if arguments.text else RULES if arguments.rules else SHAPES
    normal = normal_of(arguments)
    failures = 0
    with tempfile.TemporaryDirectory() as scratch:
        for size in arguments.sizes:
            write(f'{scratch}/normal-{size}', normal(size * MB))
        write(f'{scratch}/rules', RULES['real'].encode())
        for name in arguments.shapes or shapes:
            if arguments.rules:
                failures += check_rules(arguments, name, scratch)
                continue
            for call in calls_of(arguments, scratch):
                failures += check_shape(arguments, call, name, shapes[name], scratch)
    print(f'{failures} failures')
    return failures > 0


if __name__ == '__main__':
    sys.exit(main())
