// Hostile pages for article_markdown: page(seed) is the same page each time.  Everything that means something to
// CommonMark, to GFM or to some renderer stands in random order in random markup, as text: none of it may come alive.
'use strict';

function generator(seed) {
  let state = seed >>> 0;
  const next = () => { // mulberry32
    state = (state + 0x6D2B79F5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n) => Math.floor(next() * n);
  return { below, chance: (p) => next() < p, pick: (list) => list[below(list.length)] };
}

const MARKS = ['!', '"', '#', '$', '%', '&', "'", '(', ')', '*', '+', ',', '-', '.', '/', ':', ';', '<', '=', '>', '?', '@', '[', '\\', ']', '^',
  '_', '`', '{', '|', '}', '~', '``', '```', '````', '~~', '~~~', '**', '***', '__', '---', '- - -', '===', '##', '######', '1.', '12)', '- ', '* ', '+ ',
  '> ', '# ', '1. ', '|---|', ':-:', '--|--', ':--', '|', '$$', '![', '](', ']:', '[^', '[ ]', '[x]', '\\`', '\\\\', '<!--', '-->', '<?', '<![CDATA[', '</', '&lt', '//', '«', '»', '…', '’', '€', '😀'];
const SPACES = [' ', ' ', ' ', '  ', '    ', '\t', '\n', '\r', '\v', '\f', '\u00A0', '\u0085', '\u1680', '\u2003', '\u200B', '\u2028', '\u2029', '\u202F', '\u3000', '\uFEFF',
  '\u00AD', '\u2060', '\u0001', '\u0008', '\u001B', '\u007F', '\u009F'];
const WORDS = ['a', 'b', 'mot', 'un', 'été', 'Le conseil', 'a voté', 'W', '1', '42', '2020', 'œuvre', 'жи', '漢', 'fr', 'com', 'www', 'http', 'x', 'lt', 'amp', 'copy', 'e'];
const CANARIES = ['<img src=x onerror=CANARY>', '<script>CANARY</script>', '<svg onload=CANARY>', '<a href="javascript:CANARY">x</a>', '<iframe src="https://canary.com/">',
  '<CANARY>', '<b onclick=CANARY>', '[CANARY](javascript:CANARY)', '[CANARY](https://canary.com/)', '![CANARY](https://canary.com/x.png)', '[CANARY]: https://canary.com/ "x"', '[CANARY]', '[CANARY][]',
  '[x][CANARY]', '[^CANARY]', '[^CANARY]: note', '<https://canary.com/>', '<canary@canary.com>', 'https://canary.com/x', 'http://canary.fr', 'HTTPS://CANARY.COM', 'ftp://canary.com/', '//canary.com/x', '//localhost/CANARY',
  'www.canary.com', 'WWW.canary.9x', 'www.canary', 'canary.com', 'canary.fr/x', 'canary.рф', 'canary@canary.com', 'mailto:canary@canary.com', 'xmpp:canary@canary.com/x', 'c.a-n+a_r@y.canary.fr', 'canary@localhost',
  'javascript:CANARY', 'data:text/html,CANARY', '# CANARY', '- CANARY', '1. CANARY', '> CANARY', '> [!NOTE]', '- [ ] CANARY', '[x] CANARY', '~~CANARY~~', '**CANARY**', '`CANARY`', '$CANARY$', ':CANARY:', '@CANARY',
  '| CANARY | x |', '|---|---|', '--- | ---', ':-- | --:', '```CANARY', '~~~CANARY', '&lt;img src=x onerror=CANARY&gt;', '&#60;img src=x onerror=CANARY&#62;', '&#x3c;CANARY>', '&lt', '&copy', '&notin;', '&not_x;',
  '==CANARY==', '{CANARY}', '[[CANARY]]', ': CANARY', '*[CANARY]: x', '---\nCANARY: x\n---', '<!-- CANARY', '</p><img src=x onerror=CANARY>', '"onerror=CANARY'];
const URLS = ['https://a.example/', '/b_c.html', 'https://a.example/_x_/(y)?q=*z*&amp;lt;=1', 'https://a.example/`x`', 'https://a.example/[x]~y~', 'https://a.example/été\u2028x\u00A0y', 'https://a.example/x y"z\'',
  'https://a.example/a_b_c#\\', 'https://a.example/&amp;copy;!', 'javascript:CANARY', 'https://a.example/&lt;img src=x onerror=e&gt;', 'https://www.a.example/)', 'https://a.example/((', 'data:text/html,CANARY', 'https://u@a.example/*', 'https://a.example/?a[]=1|2'];

// One character, or all, may be written as numeric references.
function written(random, text) {
  let out = '';
  for (const c of text) {
    const code = c.codePointAt(0);
    if (c === '<' || c === '&' || code < 32 || (code >= 0x7F && code < 0xA0) || random.chance(0.03))
      out += code === 10 || code === 9 ? c : c === '&' && random.chance(0.3) ? '&amp;' : c === '<' && random.chance(0.5) ? '&lt;' : `&#${code};`;
    else
      out += c;
  }
  return out;
}

function soup(random) {
  let text = '';
  for (let n = 1 + random.below(6); n > 0; n--) {
    const dice = random.below(10);
    text += dice < 3 ? random.pick(MARKS) : dice < 5 ? random.pick(SPACES) : dice < 7 ? random.pick(WORDS) : dice < 9 ? random.pick(CANARIES) : random.pick(MARKS) + random.pick(SPACES);
  }
  return written(random, text);
}

const INLINES = ['b', 'strong', 'i', 'em', 'u', 's', 'q', 'code', 'kbd', 'samp', 'sub', 'sup', 'a', 'mark', 'span', 'small', 'abbr', 'cite', 'del', 'var', 'font'];

function inline(random, depth) {
  let html = '';
  for (let n = 1 + random.below(4); n > 0; n--) {
    if (depth > 0 && random.chance(0.45)) {
      const name = random.pick(INLINES);
      const attributes = name === 'a' ? ` href="${random.pick(URLS).replace(/"/g, '&quot;')}"` : '';
      html += `<${name}${attributes}>${inline(random, depth - 1)}</${name}>`;
    } else if (random.chance(0.1))
      html += '<br>';
    else
      html += soup(random);
    if (random.chance(0.2))
      html += ' ';
  }
  return html;
}

function preformatted(random) {
  let html = random.chance(0.5) ? '\n' : '';
  for (let n = 1 + random.below(5); n > 0; n--)
    html += random.chance(0.3) ? `<span>${soup(random)}</span>` : soup(random) + random.pick(['', '\n', '\n\n', '&#13;', '&#11;', '&#12;', '&#x85;', '\u2028', '\n```\n', '\n    ', '<br>']);
  return `<pre>${random.chance(0.3) ? `<code>${html}</code>` : html}</pre>`;
}

function figure(random) {
  const caption = random.chance(0.7) ? `<figcaption>${soup(random)} Le pont de bois. © ${soup(random)}</figcaption>` : '';
  return `<figure><img src="${random.pick(URLS).replace(/"/g, '&quot;')}" width=640 alt="${soup(random).replace(/"/g, '&quot;')}">${caption}</figure>`;
}

function items(random, depth, tag) {
  let html = '';
  for (let n = 1 + random.below(3); n > 0; n--)
    html += `<${tag}>${random.chance(0.7) ? inline(random, 2) : ''}${depth > 0 && random.chance(0.6) ? block(random, depth - 1) : ''}</${tag}>`;
  return html;
}

function table(random) {
  let html = '<table>';
  for (let rows = 1 + random.below(3); rows > 0; rows--) {
    html += '<tr>';
    for (let cells = 1 + random.below(3); cells > 0; cells--)
      html += `<td>${random.chance(0.3) ? random.pick(['---', ':--', ':-:', '-', '|', '']) : inline(random, 1)}</td>`;
    html += '</tr>';
  }
  return html + '</table>';
}

function block(random, depth) {
  switch (random.below(depth > 0 ? 12 : 8)) {
    case 0:
    case 1:
    case 2:
      return `<p>${inline(random, 3)}</p>`;
    case 3:
      return `<h${1 + random.below(6)}>${inline(random, 2)}</h${6}>`;
    case 4:
      return preformatted(random);
    case 5:
      return `<div>${inline(random, 2)}<br>${inline(random, 2)}<br>${inline(random, 1)}</div>`;
    case 6:
      return table(random);
    case 7:
      return figure(random);
    case 8:
      return `<ul>${items(random, depth, 'li')}</ul>`;
    case 9:
      return `<ol${random.chance(0.4) ? ` start="${random.pick(['0', '2', '7', '99', '-3', 'x', ' 5', '123456789'])}"` : ''}>${items(random, depth, 'li')}</ol>`;
    case 10:
      return `<dl>${items(random, depth, 'dt')}${items(random, depth, 'dd')}</dl>`;
    default:
      return `<blockquote>${block(random, depth - 1)}${random.chance(0.5) ? block(random, depth - 1) : ''}</blockquote>`;
  }
}

const TEXT = '<p>Le conseil a voté la construction d\'un ponton de bois au pied de la halle, dit-on, et le maire, qui s\'y connaît, s\'en félicite.</p>';

function page(seed) {
  const random = generator(seed);
  let html = '<!DOCTYPE html><meta charset="utf-8"><title>T</title>' + (random.chance(0.5) ? TEXT : '');
  for (let n = 1 + random.below(4); n > 0; n--)
    html += block(random, 4) + '\n';
  return html + (random.chance(0.5) ? TEXT : '');
}

module.exports = { page };
