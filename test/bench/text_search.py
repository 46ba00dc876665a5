#!/usr/bin/env python3
"""Speed of french_tsvector and to_tsvector('article_french', …) compared with 'french', in one interleaved run.

  tools/with-server.sh test/bench/text_search.py [--rounds N]

Over the documents of piaf in ../shared/bench/french (ARTICLE_BENCH_FRENCH names another place).  They
take turns, so that what else the machine does slows both; the smallest time of
each counts.  Also: bytes of the tsvectors, the first use in a fresh backend, its memory.  Standard
library only.
"""
import argparse
import os
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
DEFAULT = f'{HERE}/../../../shared/bench/french'
WAYS = {'french_tsvector': 'french_tsvector(body)', 'article_french': "to_tsvector('article_french', body)", 'french': "to_tsvector('french', body)"}

LOAD = r'''
SET client_min_messages = error;
CREATE EXTENSION IF NOT EXISTS article;
DROP TABLE IF EXISTS bench_text;
CREATE UNLOGGED TABLE bench_text (id text, body text);
\copy bench_text from '{path}'
ANALYZE bench_text;
'''
TIME = r'''
SET jit = off;
SET max_parallel_workers_per_gather = 0;
''' + ''.join(f"SELECT sum(length({way})) FROM (SELECT body FROM bench_text LIMIT 20) AS t;\n" for way in WAYS.values()) + r'''
\timing on
''' + ''.join(f"SELECT sum(length({way})) FROM bench_text;\n" for way in WAYS.values())
SIZE = ' '.join(f"SELECT sum(pg_column_size({way})) FROM bench_text;" for way in WAYS.values())
MEMORY = 'SELECT sum(used_bytes) FROM pg_backend_memory_contexts;'
# numbers, dates, words, names: opens every dictionary of the configuration
FIRST = MEMORY + r'''
\timing on
SELECT {way} FROM (SELECT 'L''été, Mme Cho et 5 % de l''U.R.S.S. : #climat, 12 €, porte-avions'::text AS body) AS t;
\timing off
''' + MEMORY


def psql(sql):
    done = subprocess.run(['psql', '-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1'], input=sql, text=True,
                          stdout=subprocess.PIPE, check=True)
    return done.stdout.splitlines()


def times(lines):
    return [float(line.split()[1]) for line in lines if line.startswith('Time:')]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--bench', default=os.environ.get('ARTICLE_BENCH_FRENCH', DEFAULT))
    parser.add_argument('--rounds', type=int, default=5)
    args = parser.parse_args()
    path = f'{args.bench}/data/retrieval/piaf/docs.tsv'
    if not os.path.exists(path):
        print(f'no benchmark at {args.bench}: nothing to do (ARTICLE_BENCH_FRENCH names another place)')
        return
    psql(LOAD.replace('{path}', path))
    total = int(psql('SELECT sum(octet_length(body)) FROM bench_text')[0])
    best = [float('inf')] * len(WAYS)
    for _ in range(args.rounds):
        best = [min(pair) for pair in zip(best, times(psql(TIME)))]
    for name, ms in zip(WAYS, best):
        print(f'{name:15s} {ms:8.1f} ms  {ms * 1e6 / total:6.1f} ns a byte  {total / ms / 1000:6.1f} MB/s')
    print(f'faster by       {best[2] / best[0]:8.2f}    (goal 4), by the configuration {best[2] / best[1]:.2f} (goal 2.3)')
    sizes = [int(line) for line in psql(SIZE)]
    print(f'tsvector bytes  {sizes[0] / sizes[2]:8.2f}    of those of french')
    for name, way in WAYS.items():
        first = psql(FIRST.format(way=way))
        print(f'first use       {times(first)[0]:8.2f} ms, {(int(first[-1]) - int(first[0])) / 1024:.0f} KB: {name}')


if __name__ == '__main__':
    main()
