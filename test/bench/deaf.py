#!/usr/bin/env python3
"""Functions in the server: the longest time without a check for interrupts, memory, and time, over large inputs.

  tools/with-server.sh test/bench/deaf.py [--size MB] [--function PART[,PART]] [--failures] [SHAPE ...]

Each shape of hostile_shapes.TEXTS, FEEDS and RULES is stored once, without compression, and read by each function of its kind in a
session of its own; pages are those of PAGES, or any of hostile_shapes.SHAPES by name.  deaf.c measures by the backend's processor
time, so that other work on the machine does not count.  Memory is the largest resident size during the call less that before it,
over the size of the text; what the result itself takes is part of it.  A cross marks what is deaf for 100 ms at 64 MB, or for that
part of it at another size; calls that an error ended are counted by SQLSTATE.  Exit status 1 where there is a cross.  Standard library only.
"""
import argparse
import collections
import os
import re
import subprocess
import sys
import tempfile

from hostile_shapes import FEEDS, RULES, SHAPES, TEXTS

HERE = os.path.dirname(os.path.abspath(__file__))
MB = 1 << 20
LONGEST = 100 / 64  # milliseconds per MB
LEAST = 10  # milliseconds: how small a time is counted at all
SECONDS = 600  # for one call
TEXT = "convert_from(b, CASE WHEN b::text ~ 'ff' THEN 'LATIN1' ELSE 'UTF8' END)"
RECORD = "jsonb_populate_record(NULL::parsed_article, jsonb_build_object('body', x))"
PAGES = ['text-words', 'text-paragraphs', 'text-one-line', 'text-br-in-p', 'nest-div', 'nest-div-open', 'flood-p', 'flood-b-text',
         'flood-img-number', 'flood-tr', 'flood-amp', 'links-p', 'meta-tag', 'json-string', 'dates-published', 'entity-eacute', 'attributes-one-tag',
         'attribute-class', 'classes-distinct', 'open-script', 'open-comment', 'soup', 'flat-lines', 'twice-utf8', 'bytes-ff']
TEXT_FUNCTIONS = {
    'number': 'french_number(x)',
    'numbers': '(SELECT count(*) FROM french_numbers(x))',
    'date': "french_date(x, '2020-07-02')",
    'dates': "(SELECT count(*) FROM french_dates(x, '2020-07-02'))",
    'dates_in': '(SELECT count(*) FROM article_dates_in(a))',
    'date_ranges': 'article_date_ranges(a)',
    'sentences': '(SELECT count(*) FROM french_sentences(x))',
    'quotes': '(SELECT count(*) FROM french_quotes(x, true))',
    'names': '(SELECT count(*) FROM article_names(a))',
    'name_key': 'french_name_key(x)',
    'phonetic': 'french_phonetic(x)',
    'minhash': 'article_minhash(x)',
    'similarity': 'article_similarity(x, x)',
    'agency': 'article_agency(a)',
    'url_key': 'article_url_key(x)',
    'tsvector': 'french_tsvector(x)',
    'by_language': 'article_tsvector_by_language(a)',
    'bm25_document': 'article_bm25_document(french_tsvector(x))',
    'bm25_rank': "article_bm25_rank(article_bm25_document(french_tsvector(x)), 'mer', 'terms')",
    'bm25_prefixes': "article_bm25_score(french_tsvector(x), (repeat('a:* | m:* | ', 500) || 'a:*')::tsquery, '{\"documents\": 3}')",
    'query': 'french_query(x)',
    'query_any': 'french_query_any(x)',
    'query_exact': 'french_query_exact(x)',
    'query_keys': 'french_query_keys(french_query(x))',
    'expand': "french_expand(french_query(x), 'synonym')",
    'exact': "french_exact(x, 'la mer')",
    'exact_phrase': 'french_exact(x, x)',
    'kwic': "(SELECT count(*) FROM article_kwic(x, french_query('mer OU anne OU monte')))",
    'forms': '(SELECT count(*) FROM french_forms(x))',
    'suggest': "french_suggest(x, 'forms')",
    'significant': "(SELECT article_significant(french_tsvector(convert_from(substring(b FROM i FOR 1000), 'LATIN1')), 'terms')"
                   ' FROM generate_series(1, length(b), 1000) AS i)',
    'report': "article_report('story', 'a')",
    'tei_of_column': 'article_tei(a)',
    'headline': "ts_headline('article_french', x, french_query('mer'))",
}
PAGE_FUNCTIONS = {
    'parse': 'parse_article(x)',
    'known': "parse_article_known(x, jsonb_build_object('title', left(x, 1000)))",
    'with_rules': "parse_article_with_rules(x, E'body: //body\ntitle: //h1\nstrip: //b\nreplace_string(mer): eau', 'https://a.example/')",
    'xml': 'html_xml(x)',
    'xpath': "(SELECT count(*) FROM html_xpath(x, '//p'))",
    'xpath_text': "(SELECT count(*) FROM html_xpath(x, 'string(/)'))",
    'select': "(SELECT count(*) FROM html_select(x, 'div p, a[href]'))",
    'tei': 'article_tei(x)',
    'related': '(SELECT count(*) FROM article_related(x))',
    'html': 'article_html(x)',
    'markdown': 'article_markdown(x)',
    'explain': 'article_explain(x)',
    'metadata': 'article_metadata(x)',
    'html_text': 'html_text(x)',
    'images': '(SELECT count(*) FROM article_images(x))',
    'links': '(SELECT count(*) FROM article_links(x))',
    'blocks': '(SELECT count(*) FROM article_blocks(x))',
}
FEED_FUNCTIONS = {'feed': '(SELECT count(*) FROM article_feed(x))', 'feed_bytes': '(SELECT count(*) FROM article_feed(b))'}
RULE_FUNCTIONS = {'rules_check': '(SELECT count(*) FROM article_rules_check(x))',
                  'with_rules_of': "parse_article_with_rules('<p>La mer monte.</p>', x, 'https://a.example/')"}
KINDS = [(TEXTS, TEXT_FUNCTIONS), ({name: SHAPES[name] for name in PAGES}, PAGE_FUNCTIONS), (FEEDS, FEED_FUNCTIONS),
         (RULES, RULE_FUNCTIONS)]


def psql(statements):
    command = ['psql', '-XAtq', '-d', 'bench_deaf']
    return subprocess.run(command, input=statements, capture_output=True, text=True, timeout=SECONDS).stdout


def compile_module(folder):
    include = subprocess.run([os.environ.get('PG_CONFIG', 'pg_config'), '--includedir-server'], capture_output=True, text=True, check=True)
    subprocess.run([os.environ.get('CC', 'cc').split()[-1], '-D_GNU_SOURCE', '-std=gnu99', '-O2', '-shared', '-fPIC', '-isystem',
                    include.stdout.strip(), '-o', f'{folder}/deaf.so', f'{HERE}/deaf.c'], check=True)
    subprocess.run(['createdb', 'bench_deaf'], check=True)
    psql(f"""CREATE EXTENSION article;
CREATE FUNCTION deaf_start() RETURNS void LANGUAGE c AS '{folder}/deaf.so';
CREATE FUNCTION deaf_stop() RETURNS float8 LANGUAGE c AS '{folder}/deaf.so';
CREATE TABLE story (x text, b bytea, a parsed_article);
ALTER TABLE story ALTER x SET STORAGE EXTERNAL, ALTER b SET STORAGE EXTERNAL, ALTER a SET STORAGE EXTERNAL;
CREATE TABLE synonym AS SELECT french_query('mer') AS word, french_query('eau OU port') AS also;
CREATE TABLE words AS SELECT to_tsvector('article_french', x) AS words, x
  FROM (SELECT 'La mer monte ' || i AS x FROM generate_series(1, 20) AS i) AS t;
CREATE TABLE terms OF article_corpus_term;
CREATE TABLE forms OF article_corpus_form;
CALL article_corpus_refresh('terms', 'words', 'words');
CALL article_corpus_forms('forms', 'words', 'x');""")


def store(folder, text):
    with open(f'{folder}/text', 'wb') as out:
        out.write(text)
    os.chmod(f'{folder}/text', 0o644)
    psql(f"""TRUNCATE story;
WITH t AS MATERIALIZED (SELECT pg_read_binary_file('{folder}/text') AS b), u AS MATERIALIZED (SELECT b, {TEXT} AS x FROM t)
INSERT INTO story SELECT x, b, {RECORD} FROM u;""")


def measure(call):
    """Milliseconds without a check, bytes of memory, seconds, and the error, of a call."""
    status = "pg_read_file('/proc/' || pg_backend_pid() || '/status')"
    hwm = f"SELECT substring({status} FROM 'Vm%s:\\s+(\\d+)');"
    out = psql(f"""SET jit = off; -- compiling is deaf, and not ours
SELECT count(length(french_fold('é'))), count(*) FROM french_dates('hier', now());
{hwm % 'RSS'}
SELECT deaf_start(); SELECT clock_timestamp() AS start \\gset
\\set VERBOSITY sqlstate
SELECT count({call}) FROM story;
\\set state :SQLSTATE
SELECT extract(epoch FROM clock_timestamp() - :'start')::numeric(10, 2);
SELECT deaf_stop();
{hwm % 'HWM'}
\\echo :state
""")
    rows = [row for row in out.split('\n') if re.fullmatch(r'[\d.]+|[0-9A-Z]{5}', row)]
    return float(rows[-3]), (int(rows[-2]) - int(rows[0])) * 1024, float(rows[-4]), rows[-1]


def chosen(arguments):
    """Each shape that is asked for, with the functions that are."""
    asked = arguments.function.split(',') if arguments.function else None
    others = {name: SHAPES[name] for name in arguments.shapes if name in SHAPES and name not in PAGES}
    for shapes, functions in KINDS + [(others, PAGE_FUNCTIONS)]:
        calls = {name: call for name, call in functions.items() if asked is None or name in asked}
        for shape, make in shapes.items():
            if calls and (not arguments.shapes or shape in arguments.shapes):
                yield shape, make, calls


def line_of(name, shape, call, size):
    """The line to print for one call, whether it fails, and its SQLSTATE."""
    try:
        deaf, memory, seconds, state = measure(call)
    except subprocess.TimeoutExpired:
        return f'{name:13} {shape:24} did not end', True, None
    failed = deaf > max(LONGEST * size / MB, LEAST)
    return (f'{name:13} {shape:24} {seconds:8.2f} s  memory {memory / size:6.2f} ×  deaf {deaf:6.1f} ms'
            f'{"" if state == "00000" else "  " + state}{"  ✗" if failed else ""}'), failed, state


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('shapes', nargs='*')
    parser.add_argument('--size', type=int, default=64)
    parser.add_argument('--function')
    parser.add_argument('--failures', action='store_true')
    arguments = parser.parse_args()
    failures = 0
    refused = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        compile_module(folder)
        for shape, make, functions in chosen(arguments):
            text = make(arguments.size * MB)
            store(folder, text)
            for name, call in functions.items():
                line, failed, state = line_of(name, shape, call, len(text))
                failures += failed
                refused[state] += state not in ('00000', None)
                if failed or not arguments.failures:
                    print(line, flush=True)
    for state, count in refused.items():
        if count > 0:
            print(f'{count} calls ended with SQLSTATE {state}: their work was not measured to the end')
    print(f'{failures} failures')
    return failures > 0


if __name__ == '__main__':
    sys.exit(main())
