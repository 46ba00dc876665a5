#!/usr/bin/env python3
"""Pages as content management systems lay them out, in all combinations: what the core reads of them.

  cms_pages.py [--language fr|en] [--pages N] [--seed N] [--worst N] [--core PROGRAM] [--keep FOLDER]

Draws headers, layouts, bylines, dates, boxes, tails and footers of cms_parts.py by the seed, makes pages of them with build/article-core's
input, and prints the share of pages with the right title, authors, day (and minute, where the page has one), day of modification, with
all paragraphs in the body, and with no other line in it; and for each of these the parts with which it is right least often.
The parts are this project's own and neither collected nor in proportion: the figures tell what to look at, not how good it is; a part that is
mended here is no longer unseen. --worst prints pages that are wrong, --keep leaves them in a folder. Standard library only.
"""
import argparse
import collections
import datetime
import json
import os
import random
import subprocess
import tempfile

import cms_parts

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MEASURES = ['title', 'authors', 'published', 'modified', 'paragraphs', 'nothing else']
# What holds the article, and what comes after it there.
WRAPS = [('<article>', '</article>'), ('<div class="post">', '</div>'), ('<div id="content"><div class="single">', '</div></div>'),
         ('<main>', '</main>'), ('<table><tr><td valign="top">', '</td><td width="200">{agenda}</td></tr></table>')]
TITLES = ['{title} - {site}', '{title} | {site}', '{site} - {title}', '{title}', '{title} - {section} - {site}', '{site} : {title}']
LAYOUTS = ['info', 'two', 'line', 'before', 'bottom', 'list']


class Draw(random.Random):
    """A source of parts, which remembers those that it gave."""

    def __init__(self, parts, seed):
        super().__init__(seed)
        self.parts, self.taken = parts, {}

    def part(self, kind, items):
        item = self.choice(items)
        self.taken[kind] = str(item[0] if isinstance(item, tuple) else item)[:50]
        return item

    def day(self, instant, form, later=None):
        """An instant in words or figures, as a form of cms_parts.py has it."""
        parts = self.parts
        fields = {'d': instant.day, 'dd': f'{instant.day:02}', 'm': f'{instant.month:02}', 'M': parts.months[instant.month - 1],
                  'A': parts.short_months[instant.month - 1], 'y': instant.year, 'yy': f'{instant.year % 100:02}', 'h': instant.hour,
                  'H': f'{instant.hour:02}', 'i': f'{instant.minute:02}', 'W': parts.weekdays[instant.weekday()],
                  'WC': parts.weekdays[instant.weekday()].capitalize(), 'first': '1er' if instant.day == 1 else instant.day,
                  'iso': instant.isoformat(timespec='seconds')}
        if later is not None:
            fields.update(later=self.day(later, '{first} {M} {y} à {H}h{i}'), LATER=self.day(later, '{dd}/{m}/{y} à {H}:{i}'),
                          iso_later=later.isoformat(timespec='seconds'))
        return form.format(**fields)


def byline_of(draw, date_form):
    """The byline as printed, and those who sign; None if the date names a newsroom, which may sign or not."""
    names = draw.sample(draw.parts.names, 2)
    form, count = draw.part('byline', draw.parts.bylines + [('', 0)] * 3)
    if ' réda' in date_form:
        return '', None
    return form.format(a=names[0], b=names[1], A=names[0].upper()), names[:count]


def head_of(draw, layout, title, byline, day, deck):
    """What is above the text, in a layout."""
    def named(name):
        return f' class="{name}"' if draw.random() < .5 else ''
    tag = draw.part('headline', ['h1', 'h1', 'h1', 'h1', 'h2'])
    headline = f'<{tag}>{title}</{tag}>'
    by = f'<span{named("author")}>{byline}</span>' if byline else ''
    on = f'<span{named("date")}>{day}</span>'
    return {'info': f'{headline}{deck}<div>{by} {on}</div>',
            'two': f'{headline}{deck}{f"<p>{by}</p>" if by else ""}<p>{on}</p>',
            'line': f'{headline}<p>{byline}{" | " if byline else ""}{day}</p>{deck}',
            'before': f'<div>{on}</div>{headline}{deck}{f"<div>{by}</div>" if by else ""}',
            'bottom': f'{headline}<div>{on}</div>{deck}',
            'list': f'{headline}{deck}<ul><li>{day}</li>{f"<li>{byline}</li>" if byline else ""}</ul>'}[layout]


def page_of(parts, seed, number):
    """One page: its HTML, what is right, and the parts that it is made of."""
    draw = Draw(parts, f'{seed}/{number}')
    title, paragraphs = draw.choice(parts.articles)
    instant = datetime.datetime(2018, 1, 1) + datetime.timedelta(minutes=draw.randrange(6 * 365 * 1440))
    later = instant + datetime.timedelta(minutes=draw.randrange(30, 5000))
    date_form, timed = draw.part('date', parts.dates)
    byline, authors = byline_of(draw, date_form)
    other = draw.day(instant + datetime.timedelta(draw.randrange(1, 20)), parts.other_day)
    today = draw.day(instant + datetime.timedelta(300), draw.choice(parts.fetch_days))
    fields = {'c': f'c{draw.randrange(9999)}', 'n': number, 'other': other, 'today': today, 'a': (authors or [parts.unsigned])[0],
              'title': title, 'site': parts.site, 'section': parts.section, 'agenda': parts.agenda}
    layout = draw.part('layout', LAYOUTS)
    deck = '<{0}>{1}</{0}>'.format(draw.choice(['h2', 'p', 'div']), parts.deck) if draw.random() < .35 else ''
    wrap = draw.part('wrap', WRAPS)
    form = draw.random()
    element = 'div' if form < .25 else 'p'
    body = ['<br><br>'.join(paragraphs)] if form < .1 else [f'<{element}>{p}</{element}>' for p in paragraphs]
    box = draw.part('box', ['', ''] + parts.boxes)
    if len(body) > 1:
        body.insert(draw.randrange(1, len(body)), box.format(**fields))
    if layout == 'bottom' and byline:
        body.append(f'<p><strong>{byline}</strong></p>' if draw.random() < .5 else f'<p>{byline}</p>')
    tails = draw.sample(parts.tails, draw.randrange(0, 4)) if draw.random() < .7 else []
    page = ('<!DOCTYPE html><html lang="{}"><head><meta charset="utf-8"><title>{}</title></head><body>'.format(
                'fr' if parts is cms_parts.FRENCH else 'en', draw.part('title', TITLES).format(**fields))
            + draw.part('header', parts.headers).format(**fields) + wrap[0]
            + head_of(draw, layout, title, byline, draw.day(instant, date_form, later), deck)
            + ''.join(body) + ''.join(tails).format(**fields) + wrap[1].format(**fields) + draw.part('footer', parts.footers) + '</body></html>')
    right = {'title': title, 'authors': authors, 'published': instant.isoformat()[:16 if timed else 10],
             'modified': later.isoformat()[:16] if 'ater}' in date_form or 'ATER}' in date_form else None,
             'paragraphs': paragraphs, 'beside': [parts.deck] + parts.kept}
    return page, right, draw.taken


def judge(answer, right):
    """For each measure, whether it is right, and what was found; a measure that has no answer is left out."""
    lines = (answer['body'] or '').split('\n\n')
    found = {'title': answer['title'], 'authors': sorted(name.lower() for name in answer['authors'] or []),
             'published': (answer['published'] or '')[:len(right['published'])], 'modified': (answer['modified'] or '')[:16],
             'paragraphs': [p[:40] for p in right['paragraphs'] if p not in lines],
             'nothing else': [line for line in lines if line not in right['paragraphs'] + right['beside']]}
    good = {'title': found['title'] == right['title'], 'published': found['published'] == right['published'],
            'modified': found['modified'] == (right['modified'] or ''), 'paragraphs': not found['paragraphs'],
            'nothing else': not found['nothing else']}
    if right['authors'] is not None:
        good['authors'] = found['authors'] == sorted(name.lower() for name in right['authors'])
    return good, found


def run(core, pages, folder, host):
    with open(f'{folder}/list.tsv', 'w', encoding='utf-8') as listing:
        for number, (page, _, _) in enumerate(pages):
            with open(f'{folder}/{number}.html', 'w', encoding='utf-8') as out:
                out.write(page)
            listing.write(f'{number}\thttps://{host}/articles/{number}\tEurope/Paris\t{folder}/{number}.html\n')
    printed = subprocess.run([core, f'{folder}/list.tsv'], capture_output=True, check=True).stdout.decode()
    return [json.loads(line) for line in printed.split('\n') if line]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--language', choices=sorted(cms_parts.LANGUAGES), default='fr')
    parser.add_argument('--pages', type=int, default=600)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--worst', type=int, default=0)
    parser.add_argument('--core', default=f'{ROOT}/build/article-core')
    parser.add_argument('--keep')
    arguments = parser.parse_args()
    parts = cms_parts.LANGUAGES[arguments.language]
    pages = [page_of(parts, arguments.seed, number) for number in range(arguments.pages)]
    with tempfile.TemporaryDirectory() as scratch:
        folder = arguments.keep or scratch
        os.makedirs(folder, exist_ok=True)
        answers = run(arguments.core, pages, folder, parts.host)
    rates = collections.defaultdict(lambda: collections.defaultdict(list))
    wrong = collections.defaultdict(list)
    for answer, (_, right, taken) in zip(answers, pages):
        good, found = judge(answer, right)
        for measure, is_good in good.items():
            for part in [('all', '')] + list(taken.items()):
                rates[measure][part].append(is_good)
            if not is_good:
                wrong[measure].append(f'    {answer["id"]}: {found[measure]}'[:200])
    for measure in MEASURES:
        mean = {part: sum(results) / len(results) for part, results in rates[measure].items() if len(results) >= 5}
        whole = mean.pop(('all', ''))
        print(f'{measure:13} {whole:.3f}')
        for part in sorted(mean, key=mean.get)[:5]:
            if mean[part] < whole - .05:
                print(f'    {mean[part]:.2f} of {len(rates[measure][part])} with {part[0]} {part[1]}')
        for line in wrong[measure][:arguments.worst]:
            print(line)


if __name__ == '__main__':
    main()
