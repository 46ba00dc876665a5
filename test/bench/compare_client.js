/*
 * compare_client.js
 *	  Readability.js as its users run it: rows from the server, an article from each, rows back.
 *
 *	  node compare_client.js jsdom|linkedom    (MODULES: the directory whose node_modules has them)
 *
 * Prints the seconds from the first row fetched to the last one written.
 */
'use strict';

const load = name => require(require.resolve(name, {paths: [process.env.MODULES]}));
const {Client} = load('pg');
const {Readability} = load('@mozilla/readability');
const BATCH = 20;
const WARM = 10; // pages that warm up the compiler before the clock starts

const parsers = {
	jsdom: () => {
		const {JSDOM, VirtualConsole} = load('jsdom');
		const silent = new VirtualConsole(); // style sheets that it cannot read
		return (html, url) => {
			const dom = new JSDOM(html, {url: url || 'https://journal.example/', virtualConsole: silent});
			return [dom.window.document, () => dom.window.close()];
		};
	},
	linkedom: () => {
		const {parseHTML} = load('linkedom');
		return html => [parseHTML(html).document, () => {}];
	},
};

function extract(parse, row) {
	let close = () => {};
	try {
		const [document, done] = parse(row.html, row.url);
		close = done;
		const article = new Readability(document).parse();
		return [row.id, article && article.title, article && article.content];
	} catch (error) {
		return [row.id, null, null];
	} finally {
		close();
	}
}

async function main() {
	const parse = parsers[process.argv[2]]();
	const client = new Client({host: process.env.PGHOST, port: process.env.PGPORT, user: process.env.PGUSER, database: process.env.PGDATABASE});
	await client.connect();
	const ids = (await client.query('SELECT id FROM page ORDER BY id')).rows.map(row => row.id);
	for (const row of (await client.query('SELECT id, url, html FROM page ORDER BY id LIMIT $1', [WARM])).rows)
		extract(parse, row);
	const start = process.hrtime.bigint();
	for (let at = 0; at < ids.length; at += BATCH) {
		const {rows} = await client.query('SELECT id, url, html FROM page WHERE id = ANY($1)', [ids.slice(at, at + BATCH)]);
		const found = rows.map(row => extract(parse, row));
		await client.query('INSERT INTO extracted SELECT * FROM unnest($1::text[], $2::text[], $3::text[])',
			[0, 1, 2].map(column => found.map(article => article[column])));
	}
	console.log(Number(process.hrtime.bigint() - start) / 1e9);
	await client.end();
}

main();
