// The renderers that people use, raw HTML let through and every extension on: name → function from texts to HTML.
// Those of npm are looked for in the folder node_modules given; cmark and cmark-gfm in PATH.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// A program reads a file at a time: all of them in one shell.
function program(command) {
  return (texts) => {
    const folder = mkdtempSync(join(tmpdir(), 'article-markdown-'));
    texts.forEach((text, i) => writeFileSync(join(folder, `${i}`), text));
    const script = `i=0; while [ $i -lt ${texts.length} ]; do ${command} $i > $i.html || exit 1; i=$((i + 1)); done`;
    const run = spawnSync('sh', ['-c', script], { cwd: folder });
    if (run.status !== 0)
      throw new Error(`${command}: ${run.stderr}`);
    const answers = texts.map((_, i) => readFileSync(join(folder, `${i}.html`), 'utf8'));
    rmSync(folder, { recursive: true });
    return answers;
  };
}

const inPath = (name) => process.env.PATH.split(':').some((folder) => existsSync(join(folder, name)));

export async function renderers(modules) {
  const require = createRequire(join(modules, 'x.js'));
  const load = (name) => import(pathToFileURL(require.resolve(name)));
  const each = (render) => (texts) => texts.map((text) => render(text));
  const found = {};

  if (inPath('cmark'))
    found.cmark = program('cmark --unsafe');
  if (inPath('cmark-gfm'))
    found['cmark-gfm'] = program('cmark-gfm --unsafe -e footnotes -e table -e strikethrough -e autolink -e tasklist');
  const commonmark = require('commonmark');
  found['commonmark.js'] = each((text) => new commonmark.HtmlRenderer().render(new commonmark.Parser().parse(text)));
  const markdownIt = require('markdown-it')({ html: true, linkify: true });
  found['markdown-it'] = each((text) => markdownIt.render(text));
  const { marked } = await load('marked');
  found.marked = each((text) => marked.parse(text));
  const { micromark } = await import(pathToFileURL(join(modules, 'micromark/index.js')));
  // without the filter of tags, which would hide what comes alive
  const options = { allowDangerousHtml: true, allowDangerousProtocol: true, extensions: [], htmlExtensions: [] };
  for (const name of ['AutolinkLiteral', 'Footnote', 'Strikethrough', 'Table', 'TaskListItem']) {
    const extension = await import(pathToFileURL(join(modules, `micromark-extension-gfm${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}/index.js`)));
    options.extensions.push(extension[`gfm${name}`]());
    options.htmlExtensions.push(extension[`gfm${name}Html`]());
  }
  found.micromark = each((text) => micromark(text, options));
  return found;
}
