#!/usr/bin/env python3
"""CSS selectors on benchmark pages, compared with a browser's querySelectorAll.

	test/bench/query_selector.py LIST.tsv [EVERY]

LIST.tsv as for article-core; every EVERY-th page of it (8). Needs build/page-xml and Chromium. What
is between <noscript> or <template> tags is removed first: a browser keeps the content of a template
apart, and reads that of <noscript> as text if it runs scripts. Each page is compared twice: as it is, where the trees may differ on broken markup, and written anew from the
tree (as html_xml has it), where the trees are the same and every difference is the matcher's.
"""
import base64
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

HERE = os.path.dirname(os.path.abspath(__file__))
SELECTORS = [line for line in open(f'{HERE}/query_selector.txt').read().split('\n') if line]
BATCH = 24
SCRIPT = '''<!DOCTYPE html><meta charset=utf-8><body><script>
const selectors = SELECTORS, pages = PAGES;
function decode(page) { return new TextDecoder().decode(Uint8Array.from(atob(page), c => c.charCodeAt(0))); }
function signature(e) { return [e.localName, e.getAttribute('id') ?? '', e.getAttribute('class') ?? '', e.getAttribute('href') ?? '']; }
const found = pages.map(page => {
	const parsed = new DOMParser().parseFromString(decode(page), 'text/html');
	return selectors.map(s => [...parsed.querySelectorAll(s)].map(signature));
});
document.body.textContent = btoa(unescape(encodeURIComponent(JSON.stringify(found))));
</script>'''


RAW = {'script', 'style', 'iframe', 'noframes', 'noembed', 'xmp', 'plaintext'}
VOID = {'area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'}


def plain(name):
	return re.sub(r'U([0-9A-F]{6})', lambda m: chr(int(m[1], 16)), name.replace('{http://www.w3.org/1999/xlink}', 'xlink:').replace('{http://www.w3.org/XML/1998/namespace}', 'xml:'))


def escaped(text):
	return text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;').replace('"', '&quot;')


def as_html(element):
	name = plain(element.tag.split('}')[-1])
	attrs = ''.join(f' {plain(key)}="{escaped(value)}"' for key, value in element.attrib.items())
	text = (element.text or '') if name in RAW else escaped(element.text or '')
	if name in VOID:
		return f'<{name}{attrs}>'
	return f'<{name}{attrs}>{text}' + ''.join(as_html(child) + escaped(child.tail or '') for child in element) + f'</{name}>'


def in_browser(paths, directory):
	chromium = shutil.which('chromium') or shutil.which('chromium-browser') or shutil.which('google-chrome')
	pages = [base64.b64encode(open(path, 'rb').read()).decode() for path in paths]
	page = f'{directory}/all.html'
	open(page, 'w').write(SCRIPT.replace('SELECTORS', json.dumps(SELECTORS)).replace('PAGES', json.dumps(pages)))
	dom = subprocess.run([chromium, '--headless', '--no-sandbox', '--disable-gpu', '--virtual-time-budget=60000', f'--user-data-dir={directory}/profile',
						'--dump-dom', f'file://{page}'], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.decode()
	return json.loads(base64.b64decode(re.search(r'<body>([A-Za-z0-9+/=]+)', dom).group(1)))


def ours(paths):
	out = subprocess.run(['build/page-xml', 'select', f'{HERE}/query_selector.txt'], input=''.join(path + '\n' for path in paths).encode(), stdout=subprocess.PIPE, check=True).stdout
	return [json.loads(line)['found'] for line in out.decode().split('\n') if line]


def compare(paths, directory):
	same, total, pages, wrong = 0, 0, 0, {}
	for start in range(0, len(paths), BATCH):
		batch = paths[start:start + BATCH]
		for path, theirs, own in zip(batch, in_browser(batch, directory), ours(batch)):
			fine = True
			for selector, a, b in zip(SELECTORS, theirs, own):
				total += 1
				a = [[' '.join(x.split()) for x in s] for s in a]
				b = [[' '.join(x.split()) for x in s] for s in b]
				if a == b:
					same += 1
				else:
					fine = False
					wrong.setdefault(selector, []).append((os.path.basename(path), len(a), len(b)))
			pages += fine
	return same, total, pages, wrong


def report(what, paths, directory):
	same, total, pages, wrong = compare(paths, directory)
	print(f'{what}: {pages} of {len(paths)} pages alike with all {len(SELECTORS)} selectors; {same} of {total} answers alike ({100 * same / total:.2f} %)')
	for selector, where in sorted(wrong.items(), key=lambda item: -len(item[1]))[:12]:
		print(f'   {len(where):3} {selector}: {where[:3]}')


def main():
	every = int(sys.argv[2]) if len(sys.argv) > 2 else 8
	files = [line.rstrip('\n').split('\t')[3] for line in open(sys.argv[1])][::every]
	with tempfile.TemporaryDirectory() as directory:
		raw = []
		for i, file in enumerate(files):
			page = open(file, 'rb').read().decode('utf-8', 'replace')
			page = re.sub(r'<(noscript|template)\b.*?</\1\s*>', '', page, flags=re.S | re.I)
			raw.append(f'{directory}/raw{i}.html')
			open(raw[-1], 'w').write(re.sub(r'<meta[^>]*charset[^>]*>', '', page, flags=re.I))
		anew = []
		out = subprocess.run(['build/page-xml', 'xml'], input=''.join(path + '\n' for path in raw).encode(), stdout=subprocess.PIPE, check=True).stdout
		for i, line in enumerate(out.decode().split('\n')[:-1]):
			anew.append(f'{directory}/anew{i}.html')
			open(anew[-1], 'w').write('<!DOCTYPE html>' + as_html(tree.fromstring(json.loads(line)['xml'])))
		report('written anew', anew, directory)
		report('as they are', raw, directory)


main()
