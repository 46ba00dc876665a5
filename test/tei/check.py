#!/usr/bin/env python3
"""test/tei/check.py LIST.tsv [--whole]: is article_tei valid for these pages?

LIST.tsv has a page a line, as for build/article-core (id, URL, time zone, path). Every document is
checked by xmllint against article.rng, and its text against the article's: the blocks of the body
are the text of <div type="article">, but for white space. With --whole the whole page is taken for
the body, navigation and all: markup of every kind. Prints what is wrong, and a count at the end.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

HERE = os.path.dirname(os.path.abspath(__file__))
CORE = os.path.join(HERE, "../../build/article-core")
SCHEMA = os.path.join(HERE, "article.rng")
TEI = "{http://www.tei-c.org/ns/1.0}"
BATCH = 200  # documents for one run of xmllint


def answers(pages, *options):
    run = subprocess.run([CORE, *options, pages], stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


def invalid(paths):
    """What xmllint says of each document that is not valid."""
    wrong = {}
    for first in range(0, len(paths), BATCH):
        run = subprocess.run(
            ["xmllint", "--nonet", "--noout", "--relaxng", SCHEMA, *paths[first:first + BATCH]],
            stderr=subprocess.PIPE, text=True)
        for line in run.stderr.splitlines():
            if not line.endswith(" validates"):
                wrong.setdefault(line.split(":")[0].split(" ")[0], line)
    return wrong


def letters(text):
    """Without white space, the bars between cells, and characters that XML lacks."""
    return re.sub(r"[\s|\x00-\x1f\x7f-\x9f\u200b\ufffe\uffff]+", "", text or "")


def text_of(document):
    """The text of the article, without its heads and without figures."""
    division = tree.fromstring(document).find(f".//{TEI}div")
    for head in division.findall(f"{TEI}head"):
        division.remove(head)
    for parent in list(division.iter()):
        for figure in parent.findall(f"{TEI}figure"):
            tail = figure.tail
            index = list(parent).index(figure)
            parent.remove(figure)
            if tail and index > 0:
                parent[index - 1].tail = (parent[index - 1].tail or "") + tail
    return "".join(division.itertext())


def main():
    pages, options = sys.argv[1], sys.argv[2:]
    views = answers(pages, "--views", *options)
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, view in enumerate(views):
            paths.append(os.path.join(folder, f"{number:05d}.xml"))
            with open(paths[-1], "w", encoding="utf-8") as file:
                file.write(view["tei"])
        for path, why in invalid(paths).items():
            wrong += 1
            print(f"{views[int(os.path.basename(path)[:5])]['id']}: {why}")
    if not options:
        for view, article in zip(views, answers(pages)):
            # an image's caption may be a block of the body, which is then shown with the image
            missing = letters(article["body"]) != letters(text_of(view["tei"]))
            if missing and "<figure>" not in view["tei"]:
                wrong += 1
                print(f"{view['id']}: the text is not that of the body")
    print(f"{len(views)} documents, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
