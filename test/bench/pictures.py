#!/usr/bin/env python3
"""The pictures of README: doc/images/quality.svg, explain.png, and explain.fr.png in French.

  pictures.py [--core PROGRAM] [--browser PROGRAM]

quality.svg: body F1 over the sets fundus and fundus_old against the milliseconds of a page on one core.
Ours are the figures of figures.tsv (keep new ones with bench.py --keep first), the time as a fraction of
libxml2's tree, which takes 4.4 ms (../shared/limits.md). The others' are in peers.tsv, as
../shared/bench/README.md has them. explain.png: article_explain of a sample page, in Chromium; left
alone where there is no browser. Standard library only.
"""
import argparse
import csv
import html
import math
import os
import shutil
import subprocess
import tempfile

import figures

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
IMAGES = f'{ROOT}/doc/images'
TREE_MS = 4.4

WIDTH, HEIGHT = 720, 360
LEFT, RIGHT, TOP, BOTTOM = 64, 700, 40, 300
SLOWEST, FASTEST = 1000, 1
WORST, BEST = 0.88, 1.0

STYLE = '''
  text { font: 13px system-ui, "DejaVu Sans", sans-serif; fill: #333 }
  .axis { stroke: #999 } .grid { stroke: #ddd } .note { font-size: 12px; fill: #666 }
  .peer { stroke: #7a8aa0; fill: #7a8aa0 } .own { fill: #b3261e; stroke: #b3261e } .name { font-weight: 600 }
  @media (prefers-color-scheme: dark) {
    text { fill: #ddd } .note { fill: #aaa } .axis { stroke: #888 } .grid { stroke: #444 }
    .peer { stroke: #9fb0c8; fill: #9fb0c8 } .own { stroke: #ff8a80; fill: #ff8a80 }
  }'''


def x_of(ms):
    """Faster is further right."""
    share = math.log(ms / FASTEST) / math.log(SLOWEST / FASTEST)
    return round(RIGHT - share * (RIGHT - LEFT), 1)


def y_of(quality):
    return round(BOTTOM - (quality - WORST) / (BEST - WORST) * (BOTTOM - TOP), 1)


def systems():
    """(name, fastest ms, slowest ms, F1, whether it is ours), ours last."""
    kept = figures.kept()
    for row in csv.DictReader(open(f'{HERE}/peers.tsv', encoding='utf-8'), delimiter='\t'):
        yield row['system'], float(row['ms_low']), float(row['ms_high']), float(row['body_f1']), False
    ms = float(kept['all', 'time / tree']) * TREE_MS
    yield 'article', ms, ms, float(kept['fundus,fundus_old', 'body F1']), True


def grid():
    for ms in (1, 10, 100, 1000):
        yield f'<path class="grid" d="M{x_of(ms)} {TOP}V{BOTTOM}"/>'
        yield f'<text class="note" text-anchor="middle" x="{x_of(ms)}" y="{BOTTOM + 20}">{ms} ms</text>'
    for quality in (0.88, 0.90, 0.92, 0.94, 0.96, 0.98, 1.0):
        yield f'<path class="grid" d="M{LEFT} {y_of(quality)}H{RIGHT}"/>'
        yield f'<text class="note" text-anchor="end" x="{LEFT - 8}" y="{y_of(quality) + 4}">{quality:.2f}</text>'
    yield f'<path class="axis" d="M{LEFT} {TOP}V{BOTTOM}H{RIGHT}" fill="none"/>'
    yield f'<text class="note" x="{LEFT}" y="{TOP - 14}">body F1, 151 pages in 14 languages</text>'
    yield f'<text class="note" text-anchor="end" x="{RIGHT}" y="{BOTTOM + 42}">time of a page on one core: faster to the right</text>'


def mark(name, low, high, quality, own):
    kind, y = ('own' if own else 'peer'), y_of(quality)
    if high > low:
        yield f'<path class="{kind}" stroke-width="6" stroke-linecap="round" d="M{x_of(high)} {y}H{x_of(low)}"/>'
    else:
        yield f'<circle class="{kind}" cx="{x_of(low)}" cy="{y}" r="6"/>'
    time = f'{low:.1f} ms' if low < 10 else f'{low:.0f} ms' if low == high else f'{low:.0f} to {high:.0f} ms'
    middle = (x_of(low) + x_of(high)) / 2
    yield f'<text class="name" text-anchor="middle" x="{middle}" y="{y - 12}">{html.escape(name)}</text>'
    yield f'<text class="note" text-anchor="middle" x="{middle}" y="{y + 22}">{quality:.3f}, {time}</text>'


def plot():
    drawn = list(grid())
    for system in systems():
        drawn.extend(mark(*system))
    title = 'Quality against speed'
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{title}">\n'
            f'<title>{title}</title>\n<style>{STYLE}\n</style>\n' + '\n'.join(drawn) + '\n</svg>\n')


def screenshot(core, browser, target, language=()):
    with tempfile.TemporaryDirectory() as scratch:
        page = f'{scratch}/explain.html'
        with open(page, 'wb') as out:
            subprocess.run([core, '--explain-html', *language, f'{ROOT}/seeds/phare-graph.html'], stdout=out, check=True)
        subprocess.run([browser, '--headless=new', '--no-sandbox', '--hide-scrollbars', '--window-size=1200,1000',
                        f'--screenshot={target}', f'file://{page}'], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--core', default=f'{ROOT}/build/article-core')
    parser.add_argument('--browser', default=shutil.which('chromium') or shutil.which('google-chrome'))
    options = parser.parse_args()
    os.makedirs(IMAGES, exist_ok=True)
    with open(f'{IMAGES}/quality.svg', 'w', encoding='utf-8') as out:
        out.write(plot())
    if options.browser:
        screenshot(options.core, options.browser, f'{IMAGES}/explain.png')
        screenshot(options.core, options.browser, f'{IMAGES}/explain.fr.png', ['--french'])
    else:
        print('No browser: explain.png is as it was.')


if __name__ == '__main__':
    main()
