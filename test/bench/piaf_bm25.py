#!/usr/bin/env python3
"""Ranking in the server against a ranking outside: article_bm25 over GIN candidates of french_query_any, beside the BM25 of
the bench's own scorer (Python, over the same tsvectors), on the questions of a retrieval set.

    tools/with-server.sh test/bench/piaf_bm25.py --config article_french [--sets piaf,piaf_typed]

Prints nDCG@10 of both, the largest difference between the scores of the server and plain Python arithmetic, and the time a
question takes.  Needs ../shared/bench/french (or FRENCH_BENCH)."""
import argparse, importlib.util, json, math, os, re, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
BENCH = os.environ.get('FRENCH_BENCH', os.path.join(HERE, '../../../shared/bench/french'))

SETUP = """SET client_min_messages = error;
CREATE EXTENSION article SCHEMA public;
CREATE TABLE d (id text, t text, n int GENERATED ALWAYS AS IDENTITY);
CREATE TABLE q (id text, t text);
"""
RANK = """CREATE TABLE dv AS SELECT id, n, to_tsvector('{config}', t) AS words FROM d;
CREATE INDEX ON dv USING gin (words);
CREATE TABLE dv_terms OF article_corpus_term;
CREATE INDEX ON dv_terms (lexeme) INCLUDE (documents);
CALL article_corpus_refresh('dv_terms', 'dv', 'words');
VACUUM ANALYZE dv, dv_terms;
SET jit = off;
CREATE TABLE asked AS SELECT id, {query} AS query FROM q;
\\timing on
CREATE TABLE ranked AS SELECT asked.id AS question, z.id, z.score, z.place -- equals by their place in the file, as the scorer does
  FROM asked, LATERAL (SELECT *, row_number() OVER (ORDER BY score DESC, n) AS place FROM (
       SELECT dv.id, dv.n, {rank} AS score
         FROM dv WHERE dv.words @@ asked.query ORDER BY 3 DESC, 2 LIMIT 10) AS t) AS z;
\\timing off
COPY (SELECT 'asked', id, query FROM asked) TO STDOUT;
COPY (SELECT 'family', id, article_corpus_lookup('dv_terms', query) -> 'families' FROM asked) TO STDOUT;
COPY (SELECT question, id, score FROM ranked ORDER BY question, place) TO STDOUT;
"""


BM25 = "article_bm25(dv.words, asked.query, 'dv_terms')"


def scorer():
    spec = importlib.util.spec_from_file_location('french_score', os.path.join(BENCH, 'score.py'))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def load(table, rows, escape):
    return 'COPY %s (id, t) FROM STDIN;\n' % table + ''.join('%s\t%s\n' % (i, escape(t)) for i, t in rows) + '\\.\n'


def in_server(score, db, docs, queries, config, query, rank):
    """{question: [(document, score)]}, {question: {term: times}}, {question: {term: [members of its family]}}, milliseconds for all."""
    rum = 'CREATE EXTENSION rum;\n' if '<=>' in rank else ''
    script = SETUP + rum + load('d', docs, score.Pg.esc) + load('q', queries, score.Pg.esc) + RANK.format(config=config, query=query, rank=rank)
    with tempfile.NamedTemporaryFile('w', suffix='.sql', encoding='utf8') as f:
        f.write(script)
        f.flush()
        out = subprocess.run(['psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-f', f.name, db], stdout=subprocess.PIPE, check=True).stdout.decode()
    found, asked, families, ms = {}, {}, {}, 0.0
    for line in out.split('\n'):
        if line.startswith('Time:'):
            ms = float(re.match(r'Time: ([0-9.]+)', line).group(1))
        elif line:
            question, document, value = line.split('\t')
            if question == 'asked':
                asked[document] = terms_of(score.Pg.unesc(value))
                continue
            if question == 'family':
                families[document] = json.loads(score.Pg.unesc(value))
                continue
            found.setdefault(question, []).append((document, float(value)))
    return found, asked, families, ms


def terms_of(query):
    """The terms of a tsquery of nothing but OR, as often as each is written."""
    terms = {}
    for term in re.findall(r"'((?:[^']|'')*)'", query):
        term = term.replace("''", "'").replace(' ', '_').replace('|', '!')
        terms[term] = terms.get(term, 0) + 1
    return terms


def difference(found, docs, bags, queries, qbags, families, k1=1.2, b=0.75, share=0.3):
    """Returns the largest relative difference between the server's scores and the formula, term by term."""
    lengths = {i: sum(bag.values()) for (i, _), bag in zip(docs, bags)}
    bag_of = {i: bag for (i, _), bag in zip(docs, bags)}
    average, n, with_term, worst = sum(lengths.values()) / len(docs), len(docs), {}, 0.0
    for bag in bags:
        for term in bag:
            with_term[term] = with_term.get(term, 0) + 1
    for (question, _), qbag in zip(queries, qbags):
        for document, value in found.get(question, []):
            own = 0.0
            for term, times in qbag.items():
                bag, df = bag_of[document], with_term.get(term, 0)
                tf = bag.get(term, 0) + share * sum(bag.get(other, 0) for other in families[question].get(term, ()))
                own += times * math.log(1 + (n - df + 0.5) / (df + 0.5)) * tf * (k1 + 1) / (tf + k1 * (1 - b + b * lengths[document] / average))
            worst = max(worst, abs(own - value) / own)
    return worst


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--config', default='article_french')
    ap.add_argument('--query', help="instead of french_query_any(config, t)")
    ap.add_argument('--rank', default=BM25, help="instead of article_bm25, for example -(dv.words <=> asked.query) for RUM")
    ap.add_argument('--sets', default='piaf,piaf_typed')
    ap.add_argument('--split', default='dev')
    a = ap.parse_args()
    score = scorer()
    for name in a.sets.split(','):
        path = os.path.join(BENCH, 'data/retrieval', name)
        docs = [tuple(x) for x in score.tsv(path + '/docs.tsv', 2)]
        queries = [(i, t) for i, split, t in score.tsv(path + '/queries.tsv', 3) if a.split in ('all', split)]
        relevant = {}
        for question, document, _ in score.tsv(path + '/qrels.tsv'):
            relevant.setdefault(question, set()).add(document)
        database = 'bench_' + name
        subprocess.run(['psql', '-X', '-q', '-c', 'CREATE DATABASE ' + database], check=True)
        found, asked, families, ms = in_server(score, 'dbname=' + database, docs, queries, a.config, a.query or "french_query_any('%s', t)" % a.config, a.rank)
        an = score.Pg('dbname=' + database, 'psql', a.config)
        bags, qbags = an.bags([t for _, t in docs]), an.bags([t for _, t in queries])
        outside, _ = score.bm25(docs, bags, queries, qbags)
        ids = [i for i, _ in queries]
        inside = {q: [d for d, _ in rows] for q, rows in found.items()}
        if a.rank != BM25:
            print('%-10s in the server nDCG@10 %.4f' % (name, score.metrics(inside, relevant, ids)['nDCG@10']), flush=True)
            continue
        print('%-10s in the server nDCG@10 %.4f | outside %.4f | same ten %d of %d | scores differ by at most %.1e | %.2f ms a question' % (
            name, score.metrics(inside, relevant, ids)['nDCG@10'], score.metrics(outside, relevant, ids)['nDCG@10'],
            sum(inside.get(q, []) == outside.get(q, []) for q in ids), len(ids), difference(found, docs, bags, queries, [asked[i] for i in ids], families), ms / len(ids)), flush=True)


if __name__ == '__main__':
    sys.exit(main())
