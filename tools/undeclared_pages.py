#!/usr/bin/env python3
"""Pages that declare less or show today's date, so that train_dates.py learns what is left when a publisher leaves a declaration
out, and what a masthead is.

  undeclared_pages.py nold|nometa|masthead LIST.tsv FOLDER > OTHER_LIST.tsv

nold: without JSON-LD; nometa: without <meta>, except the encoding; masthead: with the day of a fetch at the top, in the page's language
and one of several forms, both drawn by the page's id. LIST.tsv: id, URL, time zone, path of the HTML; a page that has nothing to
leave out is left out itself. Writes the others into FOLDER and prints their list. Standard library only.
"""
import datetime
import os
import random
import re
import sys

LD = re.compile(rb'<script\b[^>]*type=["\']?application/ld\+json.*?</script>', re.I | re.S)
META = re.compile(rb'<meta\b(?![^>]*(?:charset|http-equiv))[^>]*>', re.I)
FORMS = {'nold': LD, 'nometa': META}
BODY = re.compile(rb'<body\b[^>]*>', re.I)
WEEKDAYS = {'fr': 'lundi mardi mercredi jeudi vendredi samedi dimanche', 'de': 'Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag',
            'en': 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'}
MONTHS = {'fr': 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
          'de': 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
          'en': 'January February March April May June July August September October November December'}
ENTITIES = str.maketrans({'é': '&eacute;', 'û': '&ucirc;', 'ä': '&auml;'})
DAYS = {'fr': ['{weekday} {day} {month} {year}', '{day} {month} {year}'], 'de': ['{weekday}, {day}. {month} {year}', '{day}. {month} {year}'],
        'en': ['{weekday}, {month} {day}, {year}', '{month} {day}, {year}', '{weekday} {day} {month} {year}']}
MENU = '<ul><li><a href="/a1">A</a></li><li><a href="/b2">B</a></li><li><a href="/c3">C</a></li></ul>'
HOME = '<div><a href="/"><b>Gazette</b></a></div>'
MASTHEADS = ['<div class="date">{}</div>' + HOME, '<div>{}</div>' + HOME + MENU, '<div id="today"><span>{}</span></div><nav>' + MENU + '</nav>',
             '<div class="topbar">{} | <a href="/login">Log in</a></div>' + HOME, '<header><p>{}</p>' + MENU + '</header>',
             '<table><tr><td>{}</td><td><a href="/">Gazette</a></td></tr></table>', '<p class="date">{}</p>', '<div>{}, {:02}:{:02}</div>' + HOME + MENU]


def with_masthead(known, raw):
    """The page with a day at its top that is not the article's."""
    draw = random.Random(known[0])
    day = datetime.date(2008, 1, 1) + datetime.timedelta(draw.randrange(18 * 365))
    language = (re.search(rb'<html[^>]*\blang=["\']?(\w\w)', raw, re.I) or [b'', b'en'])[1].decode().lower()
    language = language if language in MONTHS else 'en'
    written = draw.choice(DAYS[language]).format(weekday=WEEKDAYS[language].split()[day.weekday()], day=day.day, year=day.year,
                                                 month=MONTHS[language].split()[day.month - 1])
    masthead = draw.choice(MASTHEADS).format(written.translate(ENTITIES), draw.randrange(24), draw.randrange(60))
    return BODY.sub(lambda found: found[0] + masthead.encode(), raw, count=1)


def main():
    form, listing, folder = sys.argv[1:]
    os.makedirs(folder, exist_ok=True)
    for line in open(listing, encoding='utf-8'):
        *known, path = line.rstrip('\n').split('\t')
        raw = open(path, 'rb').read()
        less = with_masthead(known, raw) if form == 'masthead' else FORMS[form].sub(b'', raw)
        if less != raw:
            path = f'{folder}/{os.path.basename(path)}'
            with open(path, 'wb') as out:
                out.write(less)
            print(*known, path, sep='\t')


if __name__ == '__main__':
    main()
