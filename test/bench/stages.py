#!/usr/bin/env python3
"""Instructions of parse_article by stage, compared with libxml2's tree of the same bytes.

  stages.py [--every N] [--inside FUNCTION] [--keep] [--bench DIR]
  tools/with-server.sh test/bench/stages.py ...          the tuple as well

Over every Nth page of all sets (40): callgrind counts the instructions of build/article-core, by what article_read calls, and
those of htmlReadMemory and xmlFreeDoc; then both take turns against the clock.  Within tools/with-server.sh the server is
stopped and `postgres --single` counted over the same pages: what is not the core's is the tuple.  --inside names a function
whose callees are of interest.  --keep writes the figures to figures.tsv.  Needs valgrind; standard library only.
"""
import argparse
import os
import pwd
import shutil
import subprocess

import bench
import callgrind
import figures

# Descriptions of the functions that article_read calls. Those missing here are shown by name.
STAGES = {
    'encoding_decode': 'bytes to UTF-8', 'encoding_undo_twice': 'UTF-8 encoded twice',
    'page_parse': 'tags, text and tree (no libxml2 since 0.2: there is no SAX stage)',
    'blocks_read': 'blocks of text', 'facts_read': 'what the page declares: meta, JSON-LD, microdata',
    'language_read': 'language', 'title_read': 'title, site', 'body_locate': 'features, and the model of the body',
    'dates_read': 'dates', 'authors_read': 'authors', 'summary_read': 'section, tags, description, picture',
    'body_read': 'body, as text', 'media_read': 'pictures, embeds', 'related_read': 'related links',
}


def stages_of(profile):
    """(function, instructions) of each stage, ordered by cost."""
    found = [(callee, cost) for callee, cost in profile.callees('article_read')
             if callee.endswith(('_read', '_locate', '_twice', '_parse'))]
    rest = profile.of('article_read') - sum(cost for _, cost in found)
    found.append(('encoding_decode', profile.of('encoding_decode')))
    return sorted(found, key=lambda stage: -stage[1]) + [('(between them)', rest)]


def page_rows(listing):
    """The pages as lines of COPY."""
    for number, line in enumerate(open(listing, encoding='utf-8')):
        _, url, zone, path = line.rstrip('\n').split('\t')
        with open(path, 'rb') as page:
            yield f"{number}\t{url or chr(92) + 'N'}\t{zone}\t\\\\x{page.read().hex()}\n"


def server_profile(listing):
    """The server over the same pages: its profile.  Stops the server of tools/with-server.sh, whose data it takes."""
    home = os.environ['PGHOST']
    data = f'{home}/data'
    owner = pwd.getpwuid(os.stat(data).st_uid).pw_name
    as_server = ['runuser', '-u', owner, '--'] if os.getuid() == 0 else []
    script = ('CREATE EXTENSION article;\nCREATE TABLE page (n int, url text, zone text, html bytea);\nCOPY page FROM STDIN;\n'
              + ''.join(page_rows(listing)) + '\\.\n')
    subprocess.run(['psql', '-Xqv', 'ON_ERROR_STOP=1'], input=script, text=True, check=True)
    subprocess.run([*as_server, 'pg_ctl', '-D', data, '-w', 'stop'], check=True, stdout=subprocess.DEVNULL, cwd=home)
    query = 'SELECT count(a) FROM (SELECT parse_article(html, url, NULL, zone) AS a FROM page OFFSET 0) AS parsed\n'
    return callgrind.run([shutil.which('postgres'), '--single', '-D', data, 'postgres'], f'{home}/callgrind.out',
                         before=as_server, input=query, text=True, cwd=home)


def tuple_rows(server, tree):
    """What the server adds to the core: rows of the table, figures."""
    whole = server.of('parse_article')
    skin = whole - server.of('article_read') - server.of('encoding_decode_until')
    rows = [('tuple', skin, 'in the server: arguments, detoasting, memo, row'),
            ('detoasting', server.of('detoast_attr'), 'of these'),
            ('parse_article', whole, 'in the server: all of it')]
    return rows, [('sample', f'{name} / tree', f'{cost / tree:.3f}') for name, cost, _ in rows]


def choose_pages(everything, every, sample):
    """Writes every Nth page of a list to a new list; returns their number and bytes."""
    with open(everything, encoding='utf-8') as lines:
        chosen = list(lines)[::every]
    with open(sample, 'w', encoding='utf-8') as out:
        out.writelines(chosen)
    return len(chosen), sum(os.path.getsize(line.rstrip('\n').split('\t')[3]) for line in chosen)


def print_table(title, rows, pages, total, tree):
    print(f"{title:22s} {'a page':>12s} {'share':>7s} {'/ tree':>7s}")
    for name, cost, told in rows:
        print(f'{name:22s} {cost // pages:12,d} {cost / total:7.3f} {cost / tree:7.3f}   {told}')


def measure(args, core, scratch):
    _, everything = bench.unpack_all(args.bench)
    sample = f'{scratch}/sample.tsv'
    pages, size = choose_pages(everything, args.every, sample)
    time = [core, '--time', sample, '--rounds', '1', '--only']
    article = callgrind.run([*time, 'article'], f'{scratch}/article.callgrind')
    of_tree = callgrind.run([*time, 'tree'], f'{scratch}/tree.callgrind')
    tree = of_tree.of('htmlReadMemory') + of_tree.of('xmlFreeDoc')
    stages = stages_of(article)
    total = sum(cost for _, cost in stages)
    rows = [(name, cost, STAGES.get(name, '')) for name, cost in stages]
    rows.append(('all', total, f'{pages} pages, {size / 1e6:.1f} MB'))
    found = [('sample', 'instructions / tree', f'{total / tree:.3f}')]
    found += [('sample', f'share of {name}', f'{cost / total:.3f}') for name, cost in stages if name[0] != '(']
    if 'ARTICLE_SERVER_LOG' in os.environ:
        added, added_figures = tuple_rows(server_profile(sample), tree)
        rows += added
        found += added_figures
    rows.append(('libxml2 tree', tree, 'htmlReadMemory and xmlFreeDoc'))
    print_table('instructions', rows, pages, total, tree)
    if args.inside:
        callees = [(name, cost, '') for name, cost in article.callees(args.inside)]
        print_table(f'inside {args.inside}', callees, pages, total, tree)
    mine, others, ratio = bench.ratio(core, sample)
    print(f'time / tree, in turns: {ratio:.3f} ({mine:.2f} ms a page, tree {others:.2f})')
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--bench', default=os.environ.get('ARTICLE_BENCH', f'{bench.ROOT}/../shared/bench/extraction'))
    parser.add_argument('--every', type=int, default=40)
    parser.add_argument('--inside', metavar='FUNCTION')
    parser.add_argument('--keep', action='store_true')
    args = parser.parse_args()
    if not os.path.exists(f'{args.bench}/score.py') or not shutil.which('valgrind'):
        print('stages: no benchmark, or no valgrind: nothing to do')
        return
    found = measure(args, f'{bench.ROOT}/build/article-core', f'{bench.ROOT}/build/bench')
    if args.keep:
        figures.keep(found)


if __name__ == '__main__':
    main()
