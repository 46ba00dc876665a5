#!/usr/bin/env python3
"""Pages that declare less, so that train_dates.py learns what is left when a publisher leaves a declaration out.

  undeclared_pages.py nold|nometa LIST.tsv FOLDER > OTHER_LIST.tsv

nold: without JSON-LD; nometa: without <meta>, except the encoding. LIST.tsv: id, URL, time zone, path of the HTML; a page that has
nothing to leave out is left out itself. Writes the others into FOLDER and prints their list. Standard library only.
"""
import os
import re
import sys

LD = re.compile(rb'<script\b[^>]*type=["\']?application/ld\+json.*?</script>', re.I | re.S)
META = re.compile(rb'<meta\b(?![^>]*(?:charset|http-equiv))[^>]*>', re.I)
FORMS = {'nold': LD, 'nometa': META}


def main():
    form, listing, folder = sys.argv[1:]
    os.makedirs(folder, exist_ok=True)
    for line in open(listing, encoding='utf-8'):
        *known, path = line.rstrip('\n').split('\t')
        raw = open(path, 'rb').read()
        less = FORMS[form].sub(b'', raw)
        if less != raw:
            path = f'{folder}/{os.path.basename(path)}'
            with open(path, 'wb') as out:
                out.write(less)
            print(*known, path, sep='\t')


if __name__ == '__main__':
    main()
