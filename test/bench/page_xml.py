#!/usr/bin/env python3
"""Every benchmark page as XML: is it well-formed, with namespaces, for expat and for xmllint, and does
it have the letters that html_text has?

	test/bench/page_xml.py LIST.tsv [--xmllint]

LIST.tsv as for article-core: id, URL, time zone, path of the HTML. Needs build/article-core and
build/page-xml. Text that html_text leaves out is not compared: what is in the head, scripts, styles,
frames, text fields, templates, drawings' titles, hidden elements.
"""
import json
import subprocess
import sys
import xml.etree.ElementTree as tree

LEFT_OUT = {'head', 'script', 'style', 'iframe', 'noframes', 'noembed', 'textarea', 'title', 'template'}
SVG = '{http://www.w3.org/2000/svg}'
SVG_SHOWN = {SVG + 'svg', SVG + 'text', SVG + 'tspan', SVG + 'textPath', SVG + 'a', SVG + 'foreignObject', SVG + 'g', SVG + 'switch'}


def letters(text):
	return ''.join(c for c in text if c.isalnum())


def texts(element, drawn=False):
	"""The text of an element, without what html_text never shows."""
	if element.tag in LEFT_OUT or element.tag.startswith(SVG) and element.tag not in SVG_SHOWN:
		return
	if element.text and (not element.tag.startswith(SVG) or drawn or element.tag == SVG + 'text'):
		yield element.text
	for child in element:
		yield from texts(child, drawn or element.tag == SVG + 'text')
		if child.tail:
			yield child.tail


def bag(text):
	counts = {}
	for c in letters(text):
		counts[c] = counts.get(c, 0) + 1
	return counts


def main():
	lint = '--xmllint' in sys.argv
	pages = [line.rstrip('\n').split('\t') for line in open(sys.argv[1])]
	made = subprocess.Popen(['build/page-xml', 'xml'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
	text = subprocess.Popen(['build/article-core', '--text', sys.argv[1]], stdout=subprocess.PIPE, text=True)
	import threading
	threading.Thread(target=lambda: (made.stdin.write(''.join(p[3] + '\n' for p in pages)), made.stdin.close())).start()
	broken, linted, same, missing = [], [], 0, []
	for page, xml_line, text_line in zip(pages, made.stdout, text.stdout):
		xml = json.loads(xml_line)['xml']
		shown = json.loads(text_line)['text'] or ''
		try:
			root = tree.fromstring(xml)
		except tree.ParseError as error:
			broken.append((page[0], str(error)))
			continue
		if lint:
			result = subprocess.run(['xmllint', '--noout', '-'], input=xml.encode(), stderr=subprocess.PIPE)
			if result.returncode or result.stderr:
				linted.append((page[0], result.stderr.decode()[:200]))
		all_letters = ''.join(texts(root))
		if letters(all_letters) == letters(shown):
			same += 1
			continue
		all_bag, shown_bag = bag(all_letters), bag(shown)
		lost = sum(max(0, n - all_bag.get(c, 0)) for c, n in shown_bag.items())
		if lost:
			missing.append((page[0], lost))
	print(f'{len(pages)} pages; not well-formed: {len(broken)}; xmllint complains: {len(linted) if lint else "not run"}')
	print(f'the letters of html_text, and no other: {same} pages; letters of html_text missing: {len(missing)} pages')
	for what in broken[:10] + linted[:10] + missing[:10]:
		print('  ', *what)


main()
