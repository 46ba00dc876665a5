#!/usr/bin/env python3
"""Hostile pages: what each shape costs beside a normal page of the same size, in time and memory.

  hostile.py [--sizes 1,4,16] [--rounds N] [--view VIEW] [--failures] [SHAPE …]

Each shape of hostile_shapes.py is made at every size (MB) and run through build/page-cost in turns with a normal page of that
size: the benchmark's pages of at most 100 KB (half of them; larger ones are mostly script, which costs next to nothing) one after
the other, or the seeds where it is missing.  Printed for each: nanoseconds a byte, times a normal page's, the exponent of growth
from the smallest size on, peak memory over the page's size (the page included; its size as UTF-8 where that is larger), and the longest
time without a look whether the call is to end.  A
cross marks what is more than 3 times a normal page, grows faster than size^1.15 (and costs more than a normal page: what costs next to
nothing does so while it fits into the cache), needs more than 4 times the page + 1 MB, or is deaf for 100 ms.
--failures prints only those.  Exit status 1 where there are any.  Standard library only.
"""
import argparse
import glob
import math
import os
import subprocess
import sys
import tempfile

from hostile_shapes import SHAPES

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
MB = 1 << 20
SLOWEST = 3.0
STEEPEST = 1.15
LONGEST_DEAF = 100e6  # nanoseconds
LARGEST_NORMAL = 100_000
SECONDS = 120  # for one shape at one size: more is a hang


def normal_page(size):
    """Real pages of a usual size one after the other, cut at the size asked for."""
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


def write(path, data):
    with open(path, 'wb') as out:
        out.write(data)


def measure(arguments, paths):
    """(nanoseconds, peak, bytes, bytes as UTF-8, nanoseconds deaf) of each page, or None where they do not end."""
    command = [f'{ROOT}/build/page-cost', '--rounds', str(arguments.rounds)]
    if arguments.view:
        command += ['--view', arguments.view]
    try:
        printed = subprocess.run(command + paths, stdout=subprocess.PIPE, text=True, check=True, timeout=SECONDS).stdout
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        return None
    rows = [line.split('\t') for line in printed.splitlines()]
    return [(float(row[2]), int(row[3]), int(row[1]), int(row[4]), float(row[5])) for row in rows]


def line_of(name, size, measured, smallest):
    """What is printed for one shape at one size, and whether it fails."""
    if measured is None:
        return f'{name:24} {size:5} MB   did not end', True
    (normal, _, normal_bytes, _, _), (nanoseconds, peak, page_bytes, as_utf8, deaf) = measured
    held = max(page_bytes, as_utf8)
    slower = (nanoseconds / page_bytes) / (normal / normal_bytes)
    exponent = 1.0
    if smallest is not None and smallest[2] * 2 < page_bytes:
        exponent = math.log(nanoseconds / smallest[0]) / math.log(page_bytes / smallest[2])
    marks = ['✗ time' if slower > SLOWEST else '', '✗ growth' if exponent > STEEPEST and slower > 1 else '',
             '✗ memory' if peak > 4 * held + MB else '', '✗ cancel' if deaf > LONGEST_DEAF else '']
    text = (f'{name:24} {size:5} MB {nanoseconds / page_bytes:8.1f} ns/byte {slower:7.2f} × normal '
            f'exponent {exponent:5.2f} memory {peak / held:6.2f} × deaf {deaf / 1e6:5.1f} ms {" ".join(mark for mark in marks if mark)}')
    return text, any(marks)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('shapes', nargs='*')
    parser.add_argument('--sizes', default='1,4,16')
    parser.add_argument('--rounds', type=int, default=3)
    parser.add_argument('--view')
    parser.add_argument('--failures', action='store_true')
    arguments = parser.parse_args()
    sizes = [int(size) for size in arguments.sizes.split(',')]
    failures = 0
    with tempfile.TemporaryDirectory() as scratch:
        for size in sizes:
            write(f'{scratch}/normal-{size}', normal_page(size * MB))
        for name in arguments.shapes or SHAPES:
            smallest = None
            for size in sizes:
                write(f'{scratch}/page', SHAPES[name](size * MB))
                measured = measure(arguments, [f'{scratch}/normal-{size}', f'{scratch}/page'])
                text, failed = line_of(name, size, measured, smallest)
                failures += failed
                if failed or not arguments.failures:
                    print(text, flush=True)
                if measured is None:
                    break
                smallest = smallest or measured[1]
    print(f'{failures} failures')
    return failures > 0


if __name__ == '__main__':
    sys.exit(main())
