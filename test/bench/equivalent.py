#!/usr/bin/env python3
"""Equivalent pages must give equal fields: compares pages rewritten as canonically equivalent text (NFD) with NFC.

  make core && test/bench/equivalent.py LIST.tsv [--pages N] [--show N]

LIST.tsv is a list for build/article-core: id, URL, time zone, path of the HTML.  Pages that are not UTF-8 are skipped.  Both forms
are read by build/article-core; every field of its answers is compared.  URLs are compared without percent-encoding, because
those on a page are not normalized (a composed one leads elsewhere).  The exit status is 1 if a page differs.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
import unicodedata
import urllib.parse

CORE = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../../build/article-core')
MARKUP = '<>=&"\'/ '


def decomposed(text):
    """NFD, except characters that become markup: U+226E is a less-than sign with a stroke."""
    return ''.join(c if unicodedata.normalize('NFD', c)[0] in MARKUP else unicodedata.normalize('NFD', c) for c in text)


def answers(lines):
    with tempfile.NamedTemporaryFile('w', suffix='.tsv') as listed:
        listed.write('\n'.join(lines) + '\n')
        listed.flush()
        output = subprocess.run([CORE, listed.name], stdout=subprocess.PIPE, check=True).stdout.decode()
    return [json.loads(line) for line in output.rstrip('\n').split('\n')]


def composed(value):
    if isinstance(value, dict):
        return {key: composed(each) for key, each in value.items()}
    if isinstance(value, list):
        return [composed(each) for each in value]
    if not isinstance(value, str):
        return value
    if '%' in value and '/' in value:
        value = urllib.parse.unquote(value)
    return unicodedata.normalize('NFC', value)


def write(directory, name, text):
    path = f'{directory}/{name}.html'
    with open(path, 'w', encoding='utf-8', newline='') as file:
        file.write(text)
    return path


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument('list')
    args.add_argument('--pages', type=int, default=10 ** 6)
    args.add_argument('--show', type=int, default=0, help='number of differing pages whose fields are printed')
    args = args.parse_args()
    forms, left_out = ([], []), 0
    with tempfile.TemporaryDirectory() as directory, open(args.list, encoding='utf-8') as lines:
        for n, line in enumerate(list(lines)[:args.pages]):
            fields = line.rstrip('\n').split('\t')
            try:
                text = open(fields[3], 'rb').read().decode('utf-8')
            except UnicodeDecodeError:
                left_out += 1
                continue
            for form, page in zip(forms, (unicodedata.normalize('NFC', text), decomposed(text))):
                form.append('\t'.join([*fields[:3], write(directory, f'{n}-{len(forms[0])}-{form is forms[0]}', page)]))
        results = [answers(form) for form in forms]
    differing = 0
    for a, b in zip(*results):
        fields = [key for key in a if composed(a[key]) != composed(b.get(key))]
        differing += bool(fields)
        if fields and differing <= args.show:
            for key in fields:
                print(f'{a["id"]} {key}\n    NFC {a[key]!r:.700}\n    NFD {b.get(key)!r:.700}')
    print(f'{len(results[0]) - differing} of {len(results[0])} pages with the same fields in NFC and NFD; {left_out} are not UTF-8')
    sys.exit(differing > 0)


main()
