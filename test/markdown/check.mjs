// What article_markdown makes of hostile pages, in the renderers that people use: nothing comes alive, and nothing is lost.
//   node check.mjs NODE_MODULES [--pages 500] [--first 0] [--core build/article-core] [--show 3] [--only RENDERER] [--structure] [--html] [--raw]
// --structure shows pages of which only the structure differs, --html what the renderer made of them.
// "live": an element, an attribute or an address that the article does not have.  "structure": other text, headings, lists,
// quotations, code, pictures or links than in article_html, which is made of the same page.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderers } from './renderers.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { page } = createRequire(import.meta.url)('./pages.js');
const modules = process.argv[2];
const argument = (name, usual) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : process.argv[at + 1];
};
const pages = Number(argument('pages', 500));
const first = Number(argument('first', 0));
const show = Number(argument('show', 3));
const raw = process.argv.includes('--raw'); // the text without escapes, to see whether the check can tell
const only = argument('only', '');
const core = argument('core', join(here, '../../build/article-core'));
const { parseFragment } = createRequire(join(modules, 'x.js'))('parse5');

const BATCH = 500;
const ELEMENTS = new Set(['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code', 'em', 'strong', 'a', 'img', 'br', 'sub', 'sup']);
const ATTRIBUTES = { a: ['href'], img: ['src', 'alt'], ol: ['start'] };
const COUNTED = ['h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'img', 'a'];

// The pages, as article_html and as article_markdown.
function views(from, count) {
  const folder = mkdtempSync(join(tmpdir(), 'article-pages-'));
  let list = '';
  for (let i = 0; i < count; i++) {
    writeFileSync(join(folder, `${i}.html`), page(from + i));
    list += `${from + i}\thttps://www.gazette.example/vie/page.html\t\t${join(folder, `${i}.html`)}\n`;
  }
  writeFileSync(join(folder, 'list'), list);
  const run = spawnSync(core, ['--views', '--whole', join(folder, 'list')], { maxBuffer: 1 << 30, encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  if (run.status !== 0)
    throw new Error(`${core}: ${run.stderr}`);
  return run.stdout.trim().split('\n').map((line) => JSON.parse(line));
}

// Addresses without regard to how their characters are written.
function address(url) {
  let plain = url;
  try {
    plain = decodeURI(url.replace(/%(?![0-9A-Fa-f]{2})/g, '%25'));
  } catch { /* as it is */ }
  return plain.replace(/%([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))).replace(/[\s\p{Cc}\p{Cf}\p{Z}\uFFFD]/gu, '');
}

// Letters and marks alone: white space, controls and the bars between cells are layout.
const letters = (text) => text.replace(/[\s\p{Cc}\p{Cf}\p{Z}|]/gu, '');

const textOf = (node) => node.nodeName === '#text' ? node.value : (node.childNodes ?? []).map(textOf).join('');

// What a document holds: its text, elements by name, addresses, and what it must not hold.
function look(html) {
  const seen = { text: '', names: {}, addresses: [], alts: [], odd: [] };
  let code = 0;
  const walk = (node) => {
    const coded = ['code', 'kbd', 'samp'].includes(node.tagName);
    code += coded;
    if (node.nodeName === '#text')
      seen.text += node.value;
    else if (node.tagName) {
      const dropped = node.tagName === 'a' && (code > 0 || letters(textOf(node)) === ''); // a code span holds no link
      if (!dropped)
        seen.names[node.tagName] = (seen.names[node.tagName] ?? 0) + 1;
      if (!ELEMENTS.has(node.tagName))
        seen.odd.push(node.tagName);
      for (const { name, value } of node.attrs) {
        if (!(ATTRIBUTES[node.tagName] ?? []).includes(name))
          seen.odd.push(`${node.tagName} ${name}`);
        if (!dropped && (name === 'href' || name === 'src'))
          seen.addresses.push(address(value));
        if (name === 'alt')
          seen.alts.push(letters(value));
      }
    } else if (node.nodeName !== '#document-fragment')
      seen.odd.push(node.nodeName);
    if (node.tagName === 'figcaption')
      for (const child of node.childNodes)
        if (child.tagName === 'small') {
          seen.text += '(';
          walk(child);
          seen.text += ')';
        } else
          walk(child);
    else
      (node.childNodes ?? []).forEach(walk);
    code -= coded;
  };
  walk(parseFragment(html));
  seen.text = letters(seen.text);
  return seen;
}

function differences(name, wanted, got) {
  const live = [...got.odd];
  const structure = [];
  const expected = [...wanted.addresses];
  for (const url of got.addresses) {
    const at = expected.indexOf(url);
    if (at < 0)
      live.push(`address ${url}`);
    else
      expected.splice(at, 1);
  }
  expected.forEach((url) => structure.push(`lost ${url}`));
  for (const tag of COUNTED)
    if ((wanted.names[tag] ?? 0) !== (got.names[tag] ?? 0))
      structure.push(`${tag} ${wanted.names[tag] ?? 0} → ${got.names[tag] ?? 0}`);
  if (wanted.text !== got.text) {
    let at = 0;
    while (wanted.text[at] === got.text[at])
      at++;
    structure.push(`text …${wanted.text.slice(Math.max(0, at - 10), at + 30)} → …${got.text.slice(Math.max(0, at - 10), at + 30)}`);
  }
  if (name !== 'markdown-it' && // which loses what is escaped there
      wanted.alts.join('\n') !== got.alts.join('\n'))
    structure.push('alt');
  return { live, structure };
}

const found = await renderers(modules);
const counts = {};
for (const name of Object.keys(found))
  if (only && name !== only)
    delete found[name];
  else
    counts[name] = { live: 0, structure: 0, shown: 0 };
let total = 0;
const summarize = () => {
  for (const [name, { live, structure }] of Object.entries(counts))
    console.log(`${name}: ${total} pages, ${live} live, ${structure} structure`);
};
process.on('SIGTERM', () => {
  summarize();
  process.exit(1);
});
for (let from = first; from < first + pages; from += BATCH) {
  const batch = views(from, Math.min(BATCH, first + pages - from)).filter((view) => view.markdown !== null);
  const wanted = batch.map((view) => look(view.html));
  for (const [name, render] of Object.entries(found)) {
    render(batch.map((view) => raw ? textOf(parseFragment(view.html)) : view.markdown)).forEach((html, i) => {
      const { live, structure } = differences(name, wanted[i], look(html));
      counts[name].live += live.length > 0;
      counts[name].structure += structure.length > 0;
      if ((live.length > 0 || (structure.length > 0 && process.argv.includes('--structure'))) && counts[name].shown++ < show)
        console.log(`--- ${name}, page ${batch[i].id}: ${live.length > 0 ? 'LIVE ' : ''}${[...live, ...structure].join('; ')}\n${batch[i].markdown}${process.argv.includes('--html') ? html : ''}`);
    });
  }
  total += batch.length;
  await new Promise((resolve) => setImmediate(resolve)); // to hear of SIGTERM
}
summarize();
process.exitCode = Object.values(counts).some(({ live }) => live > 0) ? 1 : 0;
