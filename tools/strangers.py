#!/usr/bin/env python3
"""The benchmark's pages with the names of people who did not write them, in the places where pages print such names.

  strangers.py --bench ../shared/bench/extraction --out DIR [--seed N] [--mode noclass] [--set frgold,fundus,...]

Writes DIR/ID.html and DIR/list.tsv for build/dump-authors.  What is put around an article: a box for a newsletter or a
programme, the masthead, a line of the agenda, a quotation set apart, a caption, an advertisement, a call, and buttons whose words
begin with capitals.  Three to six of them a page, in places and with markup drawn by the seed and the page's id; all words
and names are invented.  The authors of a page stay what they are, so train_authors.py learns whom not to believe.
Standard library only.
"""
import argparse
import gzip
import hashlib
import importlib.util
import json
import os
import random
import re

SETS = 'frgold,fundus,fundus_old,postlight,rdb,traf,wcxb'
GIVEN = ('Claire Luc Maryse Jean-Paul Nadia Bruno Hélène Karim Odile Serge Agathe Rémi Anna Peter Susan Mark Laura Thomas '
         'Julia Stefan Carmen Pablo Giulia Marco').split()
FAMILY = ('Vaudrey Lestienne Morvillers Kerbrat Ossola Benhadi Tissandier Quémard Roussely Delvincourt Hartwell Brookes '
          'Ashdown Lindqvist Brandner Oberhauser Castellano Zubieta Ferraro Montalban').split()
BOXES = {
    'fr': {
        'newsletter': ['La lettre de {n}', 'Le rendez-vous de {n}', 'Chaque vendredi, {n} vous écrit', 'Avec {n}', 'Présenté par {n}'],
        'masthead': ['Directeur de la publication : {n}', 'Rédactrice en chef : {n}', 'Président : {n}', 'Directrice : {n}', 'Fondateur : {n}',
                     'Journal fondé le {d} par {n}', 'Fondé par {n}, le {d}'],
        'agenda': ['Concert de {n}', 'Concert de {n}, le {d}', '{d} : {n}', 'Conférence de {n}, salle des fêtes', 'Dédicace : {n}', 'Stage de yoga : {n}', 'Exposition {n}'],
        'quotation': ['{n}, maire', '{n}', '{n}, présidente du club', '— {n}'],
        'caption': ['{n}, hier matin', '{n} et {m}', 'Photo {n}', '{n}, le {d}', '{n}.', 'De gauche à droite, {n} et {m}'],
        'advertisement': ['Me {n}, notaire', 'Cabinet {n}', 'Conseil : {n}', '{n}, conseillère funéraire'],
        'call': ['Soutenez Radio Lestienne dès maintenant', 'Écoutez Val Matin ici', 'Rejoignez Les Amis Du Val'],
        'button': ['Lien Copié', 'Taille du Texte', 'Mode Lecture', 'Ma Sélection', 'Mon Compte', 'Voir Plus', 'Écouter Ici'],
        'said': ['« Nous n’avons rien vu venir, mais nous resterons »', '« On recommencera l’an prochain »']},
    'en': {
        'newsletter': ['The weekly letter from {n}', 'Hosted by {n}', 'With {n}', 'A podcast by {n}'],
        'masthead': ['Publisher: {n}', 'Editor in Chief: {n}', 'Chairman: {n}', 'Founded by {n}', 'Founded on {d} by {n}', 'Since {d}, by {n}'],
        'agenda': ['A talk by {n}', 'A talk by {n}, {d}', '{d}: {n}','Concert: {n}', 'Meet {n}', '{n} in conversation'],
        'quotation': ['{n}, mayor', '{n}', '— {n}', '{n}, head of the club'],
        'caption': ['{n} on Monday', '{n} and {m}', 'Photo {n}', '{n}, {d}', '{n}, left, with {m}'],
        'advertisement': ['Dr {n}', '{n} Estate Agents', 'Ask {n}', 'Notary {n}'],
        'call': ['Support Harbour Radio today', 'Follow Valley News on', 'Join Morning Circle'],
        'button': ['Copy Link', 'Text Size', 'Reading Mode', 'My List', 'My Account', 'View More', 'Listen Here'],
        'said': ['“We did not see it coming, but we will stay”', '“We will do it again next year”']}}
MONTHS = {'fr': 'janvier mars avril juin septembre novembre'.split(), 'en': 'January March April June September November'.split()}
CLASSES = ['', '', '', 'item', 'bloc', 'module', 'c-4', 'zone', 'unit', 'entry', 'cell']
NAMED = {'newsletter': 'newsletter', 'masthead': 'footer', 'agenda': 'agenda', 'quotation': 'quote', 'caption': 'caption', 'advertisement': 'ad', 'call': 'notice',
         'button': 'tools'}


def module_of(path):
    spec = importlib.util.spec_from_file_location(os.path.basename(path)[:-3], path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def person(draw):
    return f'{draw.choice(GIVEN)} {draw.choice(FAMILY)}'


def date(draw, lang):
    return f'{draw.randint(2, 28)} {draw.choice(MONTHS[lang])} {draw.choice([1944, 1951, 1987, 2009, 2014, 2018, 2021])}'


def box(draw, lang, kind):
    """The markup of one: its class tells what it is on one page of three."""
    words = BOXES[lang]
    line = draw.choice(words[kind]).format(n=person(draw), m=person(draw), d=date(draw, lang))
    if kind != 'button' and draw.random() < .4:   # the name is a link, or in bold
        tag = draw.choice(['b', 'strong', 'em', 'a href="/tag/' + str(draw.randint(100, 999)) + '"'])
        line = f'<{tag}>{line}</{tag.split()[0]}>'
    name = NAMED[kind] if draw.random() < .33 else draw.choice(CLASSES)
    inner = f'<{{0}}>{line}</{{0}}>'.format(draw.choice(['p', 'div', 'p', 'span', 'h4']))
    if kind == 'quotation':
        inner = f'<p>{draw.choice(words["said"])}</p>{inner}'
    if kind == 'button':
        inner += f'<span>{draw.choice(words["button"])}</span>'
    if kind == 'call':
        return f'<p><{{0}}>{line}</{{0}}></p>'.format(draw.choice(['em', 'strong', 'i', 'b']))
    outer = draw.choice(['blockquote', 'div', 'aside'] if kind == 'quotation' else ['div', 'div', 'section', 'aside'])
    if kind == 'caption' and draw.random() < .5:
        return f'<figure><img src="/{draw.randint(10, 99)}.jpg"><figcaption>{line}</figcaption></figure>'
    return f'<{outer} class="{name}">{inner}</{outer}>' if name else f'<{outer}>{inner}</{outer}>'


def places(page):
    """Where a box can stand: the start of the page, before and after the headline, between paragraphs, at the end."""
    found = [m.end() for m in re.finditer(r'<body[^>]*>|</h1>|</header>', page, re.I)][:4]
    found += [m.start() for m in re.finditer(r'<h1[\s>]|<footer[\s>]', page, re.I)][:2]
    ends = [m.end() for m in re.finditer(r'</p>', page, re.I)]
    found += ends[1:3] + ends[-3:]
    end = page.lower().rfind('</body')
    return found + [end if end > 0 else len(page)]


def with_strangers(page, lang, draw):
    lang = lang if lang in BOXES else 'en'
    for kind in draw.sample(list(NAMED), draw.randint(3, 6)):
        at = draw.choice(places(page))
        page = page[:at] + box(draw, lang, kind) + page[at:]
    return page


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument('--bench', required=True)
    args.add_argument('--out', required=True)
    args.add_argument('--seed', default='1')
    args.add_argument('--mode', help='a mode of reduce.py')
    args.add_argument('--set', default=SETS)
    args = args.parse_args()
    os.makedirs(args.out, exist_ok=True)
    reduce, distract = module_of(f'{args.bench}/reduce.py'), module_of(f'{args.bench}/distract.py')
    with open(f'{args.out}/list.tsv', 'w', encoding='utf-8') as listing:
        for name in args.set.split(','):
            for line in open(f'{args.bench}/data/{name}/pages.jsonl', encoding='utf-8'):
                page = json.loads(line)
                if page.get('exclude'):
                    continue
                raw = gzip.open(f"{args.bench}/data/{page['html_file']}").read()
                if args.mode == 'noclass':
                    raw = reduce.reduce(raw, args.mode, page)
                text, encoding = distract.decode(raw)
                draw = random.Random(hashlib.sha1(f"strangers {args.seed} {page['id']}".encode()).digest())
                text = with_strangers(text, (page.get('lang') or '')[:2], draw)
                raw = text.encode(encoding, 'xmlcharrefreplace')
                if args.mode and args.mode != 'noclass':
                    raw = reduce.reduce(raw, args.mode, page)
                path = f"{args.out}/{page['id'].replace('/', '_')}.html"
                with open(path, 'wb') as out:
                    out.write(raw)
                listing.write('\t'.join([page['id'], page.get('url') or '', 'Europe/Paris', path]) + '\n')


if __name__ == '__main__':
    main()
