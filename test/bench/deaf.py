#!/usr/bin/env python3
"""Functions of French values in the server: the longest time without a check for interrupts, memory, and time, over large texts.

  tools/with-server.sh test/bench/deaf.py [--size MB] [--function PART[,PART]] [SHAPE ...]

Each shape of hostile_shapes.TEXTS is stored once, without compression, and read by each function in a session of its own.  deaf.c
measures by the backend's processor time, so that other work on the machine does not count.  Memory is the largest resident size
during the call less that before it, over the size of the text; what the result itself takes is part of it.  A cross marks what is
deaf for 100 ms.  Exit status 1 where there is one.  Standard library only.
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile

from hostile_shapes import TEXTS

HERE = os.path.dirname(os.path.abspath(__file__))
MB = 1 << 20
LONGEST = 100  # milliseconds
SECONDS = 600  # for one call
RECORD = "jsonb_populate_record(NULL::parsed_article, jsonb_build_object('body', x))"
FUNCTIONS = {
    'number': 'french_number(x)',
    'numbers': '(SELECT count(*) FROM french_numbers(x))',
    'date': "french_date(x, '2020-07-02')",
    'dates': "(SELECT count(*) FROM french_dates(x, '2020-07-02'))",
    'sentences': '(SELECT count(*) FROM french_sentences(x))',
    'quotes': '(SELECT count(*) FROM french_quotes(x, true))',
    'names': '(SELECT count(*) FROM article_names(a))',
    'name_key': 'french_name_key(x)',
    'phonetic': 'french_phonetic(x)',
    'minhash': 'article_minhash(x)',
    'similarity': 'article_similarity(x, x)',
    'agency': 'article_agency(a)',
    'url_key': 'article_url_key(x)',
    'headline': "ts_headline('article_french', x, french_query('mer'))",
}


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
CREATE TABLE story (x text, a parsed_article);
ALTER TABLE story ALTER x SET STORAGE EXTERNAL, ALTER a SET STORAGE EXTERNAL;""")


def store(folder, text):
    with open(f'{folder}/text', 'wb') as out:
        out.write(text)
    os.chmod(f'{folder}/text', 0o644)
    psql(f"""TRUNCATE story;
WITH t AS MATERIALIZED (SELECT pg_read_file('{folder}/text') AS x)
INSERT INTO story SELECT x, {RECORD} FROM t;""")


def measure(call):
    """Milliseconds without a check, bytes of memory, seconds, and the error, of a call."""
    status = "pg_read_file('/proc/' || pg_backend_pid() || '/status')"
    hwm = f"SELECT substring({status} FROM 'Vm%s:\\s+(\\d+)');"
    out = psql(f"""SELECT count(length(french_fold('é'))), count(*) FROM french_dates('hier', now());
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


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('shapes', nargs='*')
    parser.add_argument('--size', type=int, default=64)
    parser.add_argument('--function', default=','.join(FUNCTIONS))
    arguments = parser.parse_args()
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        compile_module(folder)
        for name in arguments.shapes or TEXTS:
            text = TEXTS[name](arguments.size * MB)
            store(folder, text)
            for function in arguments.function.split(','):
                try:
                    deaf, memory, seconds, state = measure(FUNCTIONS[function])
                except subprocess.TimeoutExpired:
                    print(f'{function:10} {name:24} did not end', flush=True)
                    failures += 1
                    continue
                failed = deaf > LONGEST
                failures += failed
                print(f'{function:10} {name:24} {seconds:8.2f} s  memory {memory / len(text):6.2f} ×  deaf {deaf:6.1f} ms'
                      f'{"" if state == "00000" else "  " + state}{"  ✗" if failed else ""}', flush=True)
    print(f'{failures} failures')
    return failures > 0


if __name__ == '__main__':
    sys.exit(main())
