/*
 * inner_text.js
 *	  Does html_text hold what a browser shows?  LIST.tsv (id, url, time zone, path: one page a line) in;
 *	  out one line a page whose text differs from Chromium's innerText, and the share of those that do not.
 *
 * Compared are the letters and digits, whatever their case: nobody agrees on white space, and style sheets
 * set capitals.  The browser gets the page's own bytes under its own address and nothing else: no script,
 * style sheet, image or frame is fetched, and no script of the page runs; styles that stand in the page do
 * apply.  See README.md for how to run it.
 */
'use strict';

const { execFileSync } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');

const USAGE = `usage: inner_text.js [--modules DIR] [--core PROGRAM] [--every N] [--write DIR] LIST.tsv
  --modules  where puppeteer-core was installed
  --core     build/article-core by default
  --every    takes each Nth page of the list (25)
  --write    keeps both texts of the pages that differ, a word a line, to look at with diff
`;

/* Scripts stay on for the parser, so that <noscript> is not shown, and none may run. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

function readOptions(args) {
	const options = {
		modules: '.', core: path.join(__dirname, '../../build/article-core'), every: '25', write: null,
	};

	while (args.length > 1 && args[0].startsWith('--') && args[0].slice(2) in options)
		options[args.shift().slice(2)] = args.shift();
	if (args.length !== 1) {
		process.stderr.write(USAGE);
		process.exit(2);
	}
	options.list = args[0];
	return options;
}

function readList(file, every) {
	const lines = fs.readFileSync(file, 'utf8').split('\n').filter((line) => line !== '');

	return lines.filter((line, i) => i % every === 0).map((line) => {
		const [id, url, zone, page] = line.split('\t');

		return { id, url, zone, page };
	});
}

/* What html_text answers for each page. */
function coreTexts(core, pages) {
	const list = path.join(os.tmpdir(), `inner-text-${process.pid}.tsv`);

	fs.writeFileSync(list, pages.map((p) => [p.id, p.url, p.zone, p.page].join('\t') + '\n').join(''));
	try {
		const out = execFileSync(core, ['--text', list], { maxBuffer: 1 << 28, encoding: 'utf8' });

		return out.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line).text || '');
	} finally {
		fs.unlinkSync(list);
	}
}

function isUtf8(bytes) {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return true;
	} catch (error) {
		return false;
	}
}

function answer(request, bytes) {
	if (!request.isNavigationRequest() || request.frame().parentFrame() !== null)
		return request.abort();
	return request.respond({
		headers: { 'Content-Security-Policy': POLICY },
		contentType: isUtf8(bytes) ? 'text/html; charset=utf-8' : 'text/html',
		body: bytes,
	});
}

async function browserText(browser, url, bytes) {
	const tab = await browser.newPage();

	try {
		await tab.setRequestInterception(true);
		tab.on('request', (request) => answer(request, bytes).catch(() => { }));
		await tab.goto(/^https?:/.test(url) ? url : 'http://page.example/', { waitUntil: 'domcontentloaded' });
		return await tab.evaluate(() => (document.body ? document.body.innerText : ''));
	} finally {
		await tab.close();
	}
}

function letters(text) {
	return text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

function words(text) {
	return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) || [];
}

/* Where two texts part for the first time, with what stands before and after. */
function firstDifference(core, browser) {
	const a = [...letters(core)];
	const b = [...letters(browser)];
	let at = 0;

	while (at < a.length && a[at] === b[at])
		at++;
	return [a, b].map((text) => text.slice(Math.max(0, at - 20), at + 40).join('')).join(' | ');
}

function report(page, core, browser, directory) {
	console.log(`${page.id}\t${letters(core).length}\t${letters(browser).length}\t` +
		firstDifference(core, browser));
	if (directory === null)
		return;
	fs.mkdirSync(directory, { recursive: true });
	fs.writeFileSync(path.join(directory, `${page.id}.core`), words(core).join('\n') + '\n');
	fs.writeFileSync(path.join(directory, `${page.id}.browser`), words(browser).join('\n') + '\n');
}

async function main() {
	const options = readOptions(process.argv.slice(2));
	const puppeteer = require(require.resolve('puppeteer-core', { paths: [options.modules] }));
	const pages = readList(options.list, Number(options.every));
	const texts = coreTexts(options.core, pages);
	const browser = await puppeteer.launch({
		executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
		args: ['--no-sandbox', '--disable-gpu'],
		defaultViewport: { width: 1280, height: 800 }, /* SHEET_WIDTH of src/html/sheet.h */
		protocolTimeout: 120000,
	});
	let same = 0;

	try {
		for (const [i, page] of pages.entries()) {
			const shown = await browserText(browser, page.url, fs.readFileSync(page.page));

			if (letters(texts[i]) === letters(shown))
				same++;
			else
				report(page, texts[i], shown, options.write);
		}
	} finally {
		await browser.close();
	}
	console.log(`same letters on ${same} of ${pages.length} pages`);
}

main().catch((error) => {
	console.error(error);
	process.exitCode = 1;
});
