#!/usr/bin/env python3
"""Compares this extension with other extractors, as people would run them: in the server, and through a client.

  tools/with-server.sh test/bench/compare.py [--modules DIR] [--sets frgold,fundus,fundus_old] [--rounds N] [--bench DIR]

The pages are in a table; each contender in turn makes a row from every page, with one process at work (and its backend).
Printed: pages per second of the fastest round, the peak memory of the client and its backend (their own, without
shared buffers), and the bench's score of the bodies.  Contenders that are not installed are named and
skipped: DIR holds the node_modules of `npm install @mozilla/readability jsdom@26 linkedom pg`, Debian has
python3-readability and python3-psycopg2.  Standard library only.
"""
import argparse
import gzip
import html
import json
import os
import re
import subprocess
import sys
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))

INSIDE = '''
SET jit = off;
SET max_parallel_workers_per_gather = 0;
\\timing on
INSERT INTO extracted SELECT id, (a).title, (a).body FROM (SELECT id, parse_article(html, url, NULL, zone) AS a FROM page OFFSET 0) AS parsed;
'''


def psql(script, *options):
    return subprocess.run(['psql', '-Xqv', 'ON_ERROR_STOP=1', *options], input=script, text=True, check=True,
                          stdout=subprocess.PIPE).stdout


def copy_text(value):
    for mark, escape in (('\\', '\\\\'), ('\t', '\\t'), ('\n', '\\n'), ('\r', '\\r'), ('\0', '')):
        value = value.replace(mark, escape)
    return value


def load_pages(bench, sets):
    """Loads the table of pages, as text; returns their number and bytes."""
    sys.path.insert(0, bench)
    from predict import ZONES

    rows, size = [], 0
    for name in sets.split(','):
        for line in open(f'{bench}/data/{name}/pages.jsonl', encoding='utf-8'):
            page = json.loads(line)
            if page.get('exclude') or page.get('split') != 'dev':
                continue
            source = f"{bench}/data/{page['html_file']}"
            raw = gzip.open(source).read() if source.endswith('.gz') else open(source, 'rb').read()
            zone = ZONES.get((page.get('lang') or '')[:2], 'Europe/Paris')
            rows.append('\t'.join([page['id'], page.get('url') or '', zone, copy_text(raw.decode('utf-8', 'replace'))]))
            size += len(raw)
    psql('SET client_min_messages = error; DROP EXTENSION IF EXISTS article CASCADE; CREATE EXTENSION article;\n'
         'CREATE TABLE page (id text PRIMARY KEY, url text, zone text, html text);\n'
         'CREATE TABLE extracted (id text, title text, body text);\nCOPY page FROM STDIN;\n' + '\n'.join(rows) + '\n\\.\nVACUUM ANALYZE page;\n')
    return len(rows), size


# ---------------------------------------------------------------- memory

def children(parent):
    listed = subprocess.run(['ps', '-o', 'pid=,args=', '--ppid', str(parent)], stdout=subprocess.PIPE, text=True, check=False).stdout
    return [(int(pid), args) for pid, args in (line.split(None, 1) for line in listed.splitlines())]


def own_memory(pid):
    """Anonymous memory of a process in MB; 0 if it has ended."""
    try:
        with open(f'/proc/{pid}/status', encoding='ascii', errors='replace') as status:
            return max([int(kilobytes) for kilobytes in re.findall(r'RssAnon:\s+(\d+)', status.read())], default=0) / 1024
    except OSError:
        return 0


class Watch(threading.Thread):
    """The peak memory of a client and of the backends of its server."""

    def __init__(self, client):
        super().__init__(daemon=True)
        self.client = client
        with open(f"{os.environ['PGHOST']}/data/postmaster.pid", encoding='ascii') as file:
            self.server = int(file.readline())
        self.most = [0, 0]

    def run(self):
        backends = []
        while self.client.poll() is None:
            backends = backends or [pid for pid, args in children(self.server) if '[local]' in args]
            self.most[0] = max(self.most[0], own_memory(self.client.pid))
            self.most[1] = max([self.most[1]] + [own_memory(pid) for pid in backends])
            time.sleep(0.02)


# ---------------------------------------------------------------- contenders

def run(contender):
    """One round: (seconds, memory of the client in MB, of its backend)."""
    psql('TRUNCATE extracted')
    environment = dict(os.environ, **contender.get('environment', {}))
    with subprocess.Popen(contender['command'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment) as client:
        watch = Watch(client)
        watch.start()
        printed, _ = client.communicate(contender.get('input'))
        watch.join()
    if client.returncode != 0:
        raise SystemExit(f"{contender['name']} failed")
    seconds = re.findall(r'Time: ([\d.]+) ms', printed)
    return (float(seconds[-1]) / 1e3 if seconds else float(printed)), *watch.most


def contenders(modules):
    found = [{'name': 'article, in the server', 'command': ['psql', '-Xq'], 'input': INSIDE}]
    for dom in ('linkedom', 'jsdom'):
        found.append({'name': f'Readability.js ({dom})', 'command': ['node', f'{HERE}/compare_client.js', dom],
                      'environment': {'MODULES': modules or ''}, 'html': True,
                      'missing': not modules or not os.path.exists(f'{modules}/node_modules/{dom}')})
    found.append({'name': 'readability-lxml', 'command': ['/usr/bin/python3', f'{HERE}/compare_client.py'], 'html': True,
                  'missing': subprocess.run(['/usr/bin/python3', '-c', 'import readability, psycopg2'], check=False,
                                            stderr=subprocess.DEVNULL).returncode != 0})
    return found


# ---------------------------------------------------------------- quality

def html_to_text(content):
    """Text of clean HTML: one line per block."""
    content = re.sub(r'(?is)<(style|script)\b.*?</\1>', '', content)
    content = re.sub(r'\s+', ' ', content)
    content = re.sub(r'(?i)<(br|/?(p|div|li|ul|ol|h[1-6]|blockquote|section|article|figure|figcaption|table|tr|td|th|pre))\b[^>]*>', '\n', content)
    return html.unescape(re.sub(r'<[^>]*>', '', content)).strip()


def score(bench, sets, is_html):
    """F1 of the bodies in the table extracted."""
    path = f'{ROOT}/build/bench/compared.jsonl'
    os.makedirs(os.path.dirname(path), exist_ok=True)
    answers = psql('SELECT json_build_object($$id$$, id, $$title$$, title, $$body$$, body) FROM extracted;', '-At')
    with open(path, 'w', encoding='utf-8') as out:
        for line in answers.splitlines():
            answer = json.loads(line)
            if is_html:
                answer['body'] = html_to_text(answer['body'] or '')
            out.write(json.dumps(answer) + '\n')
    printed = subprocess.run([sys.executable, f'{bench}/score.py', path, '--set', sets], stdout=subprocess.PIPE, text=True,
                             check=True).stdout
    header, row = [line.split() for line in printed.splitlines() if not line.startswith('#')][:2]
    return dict(zip(header, row))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--bench', default=os.environ.get('ARTICLE_BENCH', f'{ROOT}/../shared/bench/extraction'))
    parser.add_argument('--modules')
    parser.add_argument('--sets', default='frgold,fundus,fundus_old')
    parser.add_argument('--rounds', type=int, default=3)
    args = parser.parse_args()
    pages, size = load_pages(args.bench, args.sets)
    print(f'{pages} pages, {size / 1e6:.0f} MB; {args.rounds} rounds, in turns')
    chosen = [contender for contender in contenders(args.modules) if not contender.get('missing')]
    for contender in contenders(args.modules):
        if contender.get('missing'):
            print(f"not installed: {contender['name']}")
    rounds = {contender['name']: [] for contender in chosen}
    scores = {}
    for number in range(args.rounds):
        for contender in chosen:
            rounds[contender['name']].append(run(contender))
            if number == 0:
                scores[contender['name']] = score(args.bench, args.sets, contender.get('html'))
    print(f"{'':26s} {'pages/s':>8s} {'times':>6s} {'client MB':>10s} {'backend MB':>11s} {'body F1':>8s} {'title':>6s}")
    first = min(seconds for seconds, _, _ in rounds[chosen[0]['name']])
    for name, measured in rounds.items():
        seconds = min(each[0] for each in measured)
        print(f"{name:26s} {pages / seconds:8.1f} {seconds / first:6.1f} {max(each[1] for each in measured):10.0f} "
              f"{max(each[2] for each in measured):11.0f} {scores[name]['body.F1']:>8s} {scores[name]['title.exact']:>6s}")


if __name__ == '__main__':
    main()
