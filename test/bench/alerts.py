#!/usr/bin/env python3
"""Alerts: which of thousands of saved queries match each new document, by a scan of all of them and by the keys of
french_query_keys with a GIN index.

    tools/with-server.sh test/bench/alerts.py [--documents 100] [--words 0]

The queries are the questions of ../shared/bench/french (or FRENCH_BENCH); --words N keeps only the N longest words of each
that are no stop words, as an alert of a newsroom has. Prints the time of each way, how often it leaves @@ to decide,
and how many matches it misses. Times are those of the processor, from /proc, the best of three."""
import argparse, os, subprocess, sys

HERE = os.path.dirname(os.path.abspath(__file__))
BENCH = os.environ.get('FRENCH_BENCH', os.path.join(HERE, '../../../shared/bench/french'))
SETS = ('piaf', 'piaf_typed', 'news')

SETUP = """SET client_min_messages = error;
CREATE TABLE asked (id int GENERATED ALWAYS AS IDENTITY, typed text);
CREATE TABLE news (id int GENERATED ALWAYS AS IDENTITY, body text, words tsvector GENERATED ALWAYS AS (to_tsvector('article_french', body)) STORED);
"""
KEYS = """CREATE TABLE news_terms OF article_corpus_term;
CREATE INDEX ON news_terms (lexeme) INCLUDE (documents);
CALL article_corpus_refresh('news_terms', 'news', 'words');
ANALYZE;
CREATE TABLE alert (id int, query tsquery, guessed text[] COLLATE "C", counted text[] COLLATE "C");
INSERT INTO alert SELECT id, query, french_query_keys(query), french_query_keys(query, 'news_terms')
  FROM (SELECT id, french_query(CASE WHEN {words} = 0 THEN typed ELSE (
          SELECT string_agg(word, ' ') FROM (SELECT word FROM regexp_split_to_table(typed, '[^[:alnum:]-]+') WITH ORDINALITY AS w (word, place)
           WHERE numnode(plainto_tsquery('french', word)) > 0 ORDER BY length(word) DESC, place LIMIT {words}) AS kept) END) AS query FROM asked) AS q
 WHERE numnode(query) > 0;
CREATE INDEX alert_guessed ON alert USING gin (guessed);
CREATE INDEX alert_counted ON alert USING gin (counted);
CREATE INDEX ON alert (id) WHERE guessed IS NULL;
CREATE INDEX ON alert (id) WHERE counted IS NULL;
CREATE TABLE fresh AS SELECT id, words FROM news ORDER BY id LIMIT {documents};
CREATE TABLE alert_key AS SELECT id, unnest(counted) COLLATE "C" AS key FROM alert;
CREATE INDEX ON alert_key (key, id);
CREATE UNIQUE INDEX ON alert (id);
VACUUM ANALYZE alert, alert_key, fresh;
CREATE FUNCTION used() RETURNS int LANGUAGE sql VOLATILE AS $$
SELECT split_part(s, ' ', 14)::int + split_part(s, ' ', 15)::int FROM pg_read_file('/proc/' || pg_backend_pid() || '/stat') AS s $$;
"""
# The documents in a table, as they come in; and one by one in memory, as a trigger has them.
JOIN = {
    'scan': 'SELECT f.id, a.id AS alert FROM fresh f JOIN alert a ON f.words @@ a.query',
    'guessed': 'SELECT f.id, a.id AS alert FROM fresh f JOIN alert a ON a.guessed && tsvector_to_array(f.words) WHERE f.words @@ a.query',
    'counted': 'SELECT f.id, a.id AS alert FROM fresh f JOIN alert a ON a.counted && tsvector_to_array(f.words) WHERE f.words @@ a.query'}
# The keys as rows: a hash join for all documents at once, the index for a single one.
JOIN['rows'] = ('SELECT DISTINCT f.id, a.id AS alert FROM fresh f, unnest(tsvector_to_array(f.words)) AS k JOIN alert_key a ON a.key = k'
                ' JOIN alert q ON q.id = a.id WHERE f.words @@ q.query')
EACH = {
    'scan': 'SELECT a.id FROM alert a WHERE w @@ a.query',
    'guessed': 'SELECT a.id FROM alert a WHERE a.guessed && k AND w @@ a.query',
    'counted': 'SELECT a.id FROM alert a WHERE a.counted && k AND w @@ a.query',
    'rows': 'SELECT a.id FROM alert a WHERE a.id IN (SELECT r.id FROM alert_key r WHERE r.key = ANY (k)) AND w @@ a.query'}
LOOP = """CREATE FUNCTION each_{0}() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
	w tsvector;
	k text[] COLLATE "C";
	found bigint := 0;
BEGIN
	FOR w IN SELECT words || ''::tsvector FROM fresh LOOP
		k := tsvector_to_array(w);
		found := found + (SELECT count(*) FROM ({1}) AS t);
	END LOOP;
	RETURN found;
END $$;
"""


def psql(script):
    return subprocess.run(['psql', '-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', 'bench_alerts'], input=script.encode(), stdout=subprocess.PIPE, check=True).stdout.decode()


def rows(path):
    for line in open(path, encoding='utf8'):
        yield line.rstrip('\n').split('\t')


def load(table, column, texts):
    return 'COPY %s (%s) FROM STDIN;\n%s\\.\n' % (table, column, ''.join(t.replace('\\', '\\\\') + '\n' for t in texts))


def best_time(query, rounds):
    """Milliseconds of processor time; several rounds, since the kernel counts in hundredths of a second."""
    out = psql('SET jit = off; SET max_parallel_workers_per_gather = 0;\n' + ('SELECT used();\n' + query * rounds) * 3 + 'SELECT used();\n')
    used = [float(line) for line in out.split('\n')[::rounds + 1] if line]
    return min(b - a for a, b in zip(used, used[1:])) * 10 / rounds


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--documents', type=int, default=100)
    ap.add_argument('--words', type=int, default=0)
    a = ap.parse_args()
    data = os.path.join(BENCH, 'data/retrieval')
    typed = [r[2] for name in SETS for r in rows('%s/%s/queries.tsv' % (data, name))]
    texts = [r[1] for r in rows(data + '/news/docs.tsv')]
    subprocess.run(['psql', '-X', '-q', '-c', 'CREATE DATABASE bench_alerts'], check=True)
    psql('CREATE EXTENSION article;\n' + SETUP + load('asked', 'typed', typed) + load('news', 'body', texts) + KEYS.format(documents=a.documents, words=a.words))
    psql(''.join(LOOP.format(way, query) for way, query in EACH.items()))
    queries, unkeyed = psql("SELECT count(*), count(*) FILTER (WHERE guessed IS NULL) FROM alert;").strip().split('|')
    print('%s queries (%s without keys), %d documents, %s matches' % (queries, unkeyed, a.documents, psql('SELECT each_scan();').strip()))
    scan = {}
    for way in ('scan', 'guessed', 'counted', 'rows'):
        rounds = 1 if way == 'scan' else 10
        times = {'in a table': best_time('SELECT count(*) FROM (%s) AS t;\n' % JOIN[way], rounds),
                 'in memory': best_time('SELECT each_%s();\n' % way, rounds)}
        scan = scan or times
        missed = psql('SELECT count(*) FROM (%s EXCEPT %s) AS t;' % (JOIN['scan'], JOIN[way])).strip()
        print('%-10s %s; %s missed' % (way, ', '.join('%s %.0f ms (%.1f times as fast)' % (k, ms, scan[k] / ms) for k, ms in times.items()), missed), flush=True)
    for keys in ('guessed', 'counted'):
        count = 'SELECT count(*) FROM fresh f JOIN alert a ON a.%s && tsvector_to_array(f.words);\n' % keys
        print('%s: @@ tried %s times; %.0f ms without it' % (keys, psql(count).strip(), best_time(count, 10)))


if __name__ == '__main__':
    sys.exit(main())
