#!/usr/bin/env python3
"""The ways to rank, by the number of documents that match: CPU and buffers of the best ten, size and build time of what each needs.

    tools/with-server.sh test/bench/ranking.py [--documents 130000] [--rounds 5]

Documents are the news texts of ../shared/bench/french (or FRENCH_BENCH), each of them many times; a query is one word whose
number of matches is nearest to the number asked for.  CPU is that of the backend (/proc), the smallest of the rounds, after one
round that is not counted; buffers are pages of 8 KB, found or read.  RUM takes part if it is installed."""
import argparse, os, re, subprocess, time

HERE = os.path.dirname(os.path.abspath(__file__))
BENCH = os.environ.get('FRENCH_BENCH', os.path.join(HERE, '../../../shared/bench/french'))
MATCHES = (1000, 10000, 40000, 90000)
TICK = os.sysconf('SC_CLK_TCK')

LOAD = r"""SET client_min_messages = error; CREATE EXTENSION IF NOT EXISTS article;
CREATE TABLE text (id int GENERATED ALWAYS AS IDENTITY, t text);
\copy text (t) FROM PROGRAM 'cut -f2 {path}' (FORMAT csv, DELIMITER E'\x01', QUOTE E'\x02')
CREATE TABLE base AS SELECT id, to_tsvector('article_french', t) AS words FROM text;
CREATE TABLE doc (id int PRIMARY KEY, day date, title text, words tsvector,
	document article_bm25_document GENERATED ALWAYS AS (article_bm25_document(words)) STORED);
"""
FILL = """INSERT INTO doc (id, day, title, words)
SELECT row_number() OVER (), '2020-01-01'::date + c, repeat('titre ', 10), words FROM base, generate_series(1, {copies}) AS c
 ORDER BY c, id LIMIT {documents}"""
SETTINGS = 'SET jit = off; SET max_parallel_workers_per_gather = 0; SET work_mem = 65536; SET random_page_cost = 1.1;'
BEST = "SELECT id FROM doc WHERE words @@ '{q}'::tsquery ORDER BY {rank} LIMIT 10"
WAYS = (('ts_rank', "ts_rank(words, '{q}') DESC"),
        ('article_bm25', "article_bm25(words, '{q}', 'terms') DESC"),
        ('article_bm25_rank', "article_bm25_rank(document, '{q}', 'terms') DESC"))
RUM = ('RUM', "words <=> '{q}'::tsquery")


def restart(memory):
    """Gives the temporary server of tools/with-server.sh as many shared buffers that it holds the table, as a server at work does."""
    subprocess.run(['psql', '-Xqc', f"ALTER SYSTEM SET shared_buffers = '{memory}'"], check=True)
    control = ['pg_ctl', '-D', os.path.join(os.environ['PGHOST'], 'data'), '-l', os.environ['ARTICLE_SERVER_LOG'], '-w', 'restart']
    as_server = ['runuser', '-u', os.environ.get('SERVER_USER', 'postgres'), '--'] if os.getuid() == 0 else []
    subprocess.run(as_server + control, stdout=subprocess.DEVNULL, check=True, cwd=os.environ['PGHOST'])


class Session:
    """One psql, so that its backend's CPU can be read."""

    def __init__(self):
        self.psql = subprocess.Popen(['psql', '-XqAt', '-v', 'ON_ERROR_STOP=1'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.pid = int(self.run(SETTINGS + 'SELECT pg_backend_pid()')[0])

    def run(self, sql):
        self.psql.stdin.write(sql + ';\n\\echo --done--\n')
        self.psql.stdin.flush()
        lines = []
        for line in self.psql.stdout:
            if line.rstrip('\n') == '--done--':
                return lines
            lines.append(line.rstrip('\n'))
        raise SystemExit('psql has ended')

    def cpu(self):
        fields = open(f'/proc/{self.pid}/stat').read().rsplit(') ', 1)[1].split()
        return (int(fields[11]) + int(fields[12])) * 1000 / TICK

    def timed(self, sql):
        """Seconds that pass, CPU seconds."""
        began, cpu = time.monotonic(), self.cpu()
        self.run(sql)
        return time.monotonic() - began, (self.cpu() - cpu) / 1000


def buffers(session, sql):
    plan = '\n'.join(session.run('EXPLAIN (ANALYZE, BUFFERS, TIMING off) ' + sql))
    found = re.search(r'Buffers: shared (.*)', plan).group(1)
    return sum(int(n) for n in re.findall(r'(?:hit|read)=(\d+)', found)), re.search(r'(Seq|Bitmap Heap|Index) Scan', plan).group(1)


def measure(session, sql, rounds):
    """Milliseconds of CPU for one run, buffers, how the rows are found."""
    pages, how = buffers(session, sql)
    repeat = max(1, min(100, int(0.3 / max(session.timed(sql)[0], 0.001))))
    best = min(session.timed(';\n'.join([sql] * repeat))[1] for _ in range(rounds))
    return best * 1000 / repeat, pages, how


def build(session, name, sql, size):
    passed, cpu = session.timed(sql)
    print(f'{name:28s} {passed:7.1f} s, {cpu:7.1f} s of CPU   {int(session.run("SELECT " + size)[0]) / 1048576:7.1f} MB', flush=True)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--documents', type=int, default=130000)
    ap.add_argument('--rounds', type=int, default=5)
    ap.add_argument('--buffers', default='2GB', help='shared buffers (2GB)')
    a = ap.parse_args()
    restart(a.buffers)
    subprocess.run(['psql', '-Xq', '-v', 'ON_ERROR_STOP=1'], input=LOAD.format(path=os.path.join(BENCH, 'data/retrieval/news/docs.tsv')), text=True, check=True)
    s = Session()
    base = int(s.run('SELECT count(*) FROM base')[0])
    build(s, 'table with documents', FILL.format(copies=a.documents // base + 1, documents=a.documents), "sum(pg_column_size(document)) FROM doc")
    print('bytes of a tsvector, of a document: ' + s.run('SELECT round(avg(pg_column_size(words))), round(avg(pg_column_size(document))) FROM doc')[0])
    s.run('VACUUM ANALYZE doc')
    build(s, 'GIN', 'CREATE INDEX doc_gin ON doc USING gin (words)', "pg_relation_size('doc_gin')")
    build(s, 'statistics', "CREATE TABLE terms OF article_corpus_term; CREATE INDEX ON terms (lexeme) INCLUDE (documents); CALL article_corpus_refresh('terms', 'doc', 'words')",
          "pg_total_relation_size('terms')")
    asked = [s.run(f"SELECT lexeme, documents FROM terms WHERE lexeme ~ '^[a-zé]+$' ORDER BY abs(documents - {n}) LIMIT 1")[0].split('|') for n in MATCHES]
    ways = list(WAYS)
    results = {name: [measure(s, BEST.format(q=lexeme, rank=rank.format(q=lexeme)), a.rounds) for lexeme, _ in asked] for name, rank in ways}
    if s.run("SELECT count(*) FROM pg_available_extensions WHERE name = 'rum'") == ['1']:
        s.run('SET client_min_messages = error; CREATE EXTENSION IF NOT EXISTS rum; DROP INDEX doc_gin')
        build(s, 'RUM', 'CREATE INDEX doc_rum ON doc USING rum (words rum_tsvector_ops)', "pg_relation_size('doc_rum')")
        s.run('ANALYZE doc')
        results[RUM[0]] = [measure(s, BEST.format(q=lexeme, rank=RUM[1].format(q=lexeme)), a.rounds) for lexeme, _ in asked]
    print('%-20s' % 'matches' + ''.join('%22s  ' % n for _, n in asked))
    for name, row in results.items():
        print('%-20s' % name + '  '.join('%7.1f ms %6d %s' % cell for cell in row))


if __name__ == '__main__':
    main()
