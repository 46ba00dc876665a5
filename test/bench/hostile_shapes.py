"""The hostile pages and texts of hostile.py: by name, a function from a size in bytes to a page of about that size.

SHAPES are pages; TEXTS, in UTF-8 and without a tag, are for the functions for French text; FEEDS are for article_feed, RULES are
site rules as such, SITE_RULES those that are hostile to a page, of which "real" says what real ones say.  Every shape is made of a head, a unit
that is repeated (or numbered: %d), and a tail.  No randomness: the same size gives the same bytes.  Add a shape by adding a line.
"""

WRAP = b'<!DOCTYPE html><html lang="fr"><head><title>Le phare</title></head><body><h1>Le phare</h1><p>Un paragraphe de la page.</p>'
PROSE = b'<p>La mairie ouvre un march\xc3\xa9 sur la place du port, tous les samedis matin, selon le conseil.</p>' * 3
PRESS = WRAP + PROSE
TEXT = b'La mer monte sur la digue du port, et le gardien du phare note l\'heure dans son cahier. '


def repeat(unit, head=WRAP, tail=b''):
    return lambda size: head + unit * max(1, (size - len(head) - len(tail)) // len(unit)) + tail


def number(unit, head=WRAP, tail=b''):
    """The unit with its %d (or every one of them) numbered from 1."""
    def make(size):
        room = size - len(head) - len(tail)
        count = max(1, room // (len(unit) + 4))
        numbers = unit.count(b'%d')
        return head + b''.join(unit % ((i,) * numbers) for i in range(1, count + 1)) + tail
    return make


def nested(start, end=b'', head=WRAP):
    """Nested elements, all of them closed if there is an end tag."""
    def make(size):
        count = (size - len(head)) // (len(start) + len(end))
        return head + start * count + b'x' + end * count
    return make


def one_attribute(name):
    return repeat(b'mer ', WRAP + b'<p ' + name + b'="', b'">Un texte.</p>')


def in_encoding(codec, charset, text):
    """The same text in another encoding."""
    def make(size):
        unit = text.encode(codec)
        head = f'<meta charset="{charset}"><title>a</title><p>'.encode(codec)
        return head + unit * (size // len(unit))
    return make


def json_ld(unit, head, tail):
    return repeat(unit, WRAP + b'<script type="application/ld+json">' + head, tail + b'</script><p>Fin de la page.</p>')


def around_blocks(open_tag, close_tag, value, unit=b'<p>La mer monte.</p>'):
    """A long attribute (64 KB) around very many blocks."""
    def make(size):
        attribute = (value * (65000 // len(value) + 1))[:65000]
        head = WRAP + open_tag % attribute
        return head + unit * max(1, (size - len(head)) // len(unit)) + close_tag
    return make


SHAPES = {
    # nested elements
    'nest-div': nested(b'<div>', b'</div>'),
    'nest-div-open': nested(b'<div>'),
    'nest-span': nested(b'<span>', b'</span>'),
    'nest-b': nested(b'<b>', b'</b>'),
    'nest-a': nested(b'<a>', b'</a>'),
    'nest-p': nested(b'<p>', b'</p>'),
    'nest-table': nested(b'<table><tr><td>', b'</td></tr></table>'),
    'nest-ul': nested(b'<ul><li>', b'</li></ul>'),
    'nest-dl': nested(b'<dl><dd>', b'</dd></dl>'),
    'nest-select': nested(b'<select>', b'</select>'),
    'nest-form': nested(b'<form>', b'</form>'),
    'nest-button': nested(b'<button>', b'</button>'),
    'nest-svg': nested(b'<svg>', b'</svg>'),
    'nest-custom': nested(b'<x-y>', b'</x-y>'),
    'nest-heading': nested(b'<h2>', b'</h2>'),
    'nest-quote': nested(b'<blockquote>', b'</blockquote>'),
    'nest-template': nested(b'<template>', b'</template>'),
    'nest-article': nested(b'<article>', b'</article>'),
    'nest-main': nested(b'<main>', b'</main>'),
    'nest-figure': nested(b'<figure><figcaption>', b'</figcaption></figure>'),
    'nest-font': nested(b'<font>', b'</font>'),
    'nest-ruby': nested(b'<ruby><rt>', b'</rt></ruby>'),
    'nest-item': nested(b'<div itemscope itemtype="http://schema.org/NewsArticle" itemprop="x">', b'</div>'),
    'nest-500-text': repeat(b'<div>' * 500 + b'La mer monte.' * 20 + b'</div>' * 500),
    'nest-500-marked': repeat(b'<div class="a b" itemprop="author">' * 500 + b'Anne Dupont' + b'</div>' * 500),
    'deep-blocks': repeat(b'<p>a', WRAP + b'<div>' * 505),
    'deep-blocks-class': repeat(b'<p>a', WRAP + b'<div class="article-body main-content">' * 505),
    'deep-links': repeat(b'<a href=/x>a</a><p>', WRAP + b'<div class=a>' * 505),
    'end-tags': repeat(b'</div>'),
    'end-tags-mixed': repeat(b'</p></h1></b></table></x-y>'),
    'misnested': repeat(b'<b><i><p></b></i></p>x'),
    'open-inline': repeat(b'<b><p>a'),
    # floods of small things
    'flood-p': repeat(b'<p>a'),
    'flood-p-empty': repeat(b'<p>'),
    'flood-br': repeat(b'<br>'),
    'flood-br-text': repeat(b'a<br><br>'),
    'flood-b-text': repeat(b'<b>a</b>'),
    'flood-img': repeat(b'<img src=a>'),
    'flood-img-number': number(b'<img src="/%d.jpg" alt="vue %d">'),
    'flood-figure': number(b'<figure><img src="/%d.jpg"><figcaption>Vue %d</figcaption></figure>'),
    'flood-td': repeat(b'<td>a', WRAP + b'<table><tr>'),
    'flood-tr': repeat(b'<tr><td>a<td>b', WRAP + b'<table>'),
    'flood-between-cells': repeat(b'a<tr><b>b</b><td>c</td></tr>', WRAP + b'<table>'),
    'nest-between-cells': nested(b'<table>a<tr>b<td>', b'</table>c'),
    'flood-end-p': repeat(b'a</p>'),
    'flood-end-br': repeat(b'</br>'),
    'flood-svg-text': repeat(b'<svg><text>a</text></svg>'),
    'flood-svg-path': repeat(b'<path d="M0 0">', WRAP + b'<svg>'),
    'flood-svg-cdata': repeat(b'<![CDATA[', WRAP + b'<svg>'),
    'nest-svg-html': nested(b'<svg><foreignObject><p>', b'</svg>'),
    'flood-cdata': repeat(b'<![CDATA['),
    'flood-noscript-open': repeat(b'<noscript>', WRAP, b'</noscript>'),
    'flood-script-in-script': repeat(b'<script><!--<script></script>--></script>'),
    'script-escaped': repeat(b'<!--<script>>', WRAP + b'<script>'),
    'flood-li': repeat(b'<li>a', WRAP + b'<ul>'),
    'flood-h2': repeat(b'<h2>a'),
    'flood-h1': number(b'<h1>Le phare %d</h1>'),
    'flood-hr': repeat(b'<hr>'),
    'flood-input': repeat(b'<input>'),
    'flood-option': repeat(b'<option>a', WRAP + b'<select>'),
    'flood-lt': repeat(b'<'),
    'flood-lt-space': repeat(b'< '),
    'flood-amp': repeat(b'&'),
    'flood-amp-attr': repeat(b'&', WRAP + b'<a href="', b'">x</a>'),
    'flood-comment-open': repeat(b'<!--'),
    'flood-comment': repeat(b'<!---->'),
    'flood-bang': repeat(b'<!'),
    'flood-pi': repeat(b'<?'),
    'flood-end': repeat(b'</'),
    'flood-end-space': repeat(b'</ '),
    'flood-a-open': repeat(b'<a'),
    'flood-a-space': repeat(b'<a '),
    'flood-a': repeat(b'<a>'),
    'flood-a-quote': repeat(b'<a b="'),
    'flood-equal': repeat(b'=', WRAP + b'<a ', b'>'),
    'flood-quote': repeat(b'"', WRAP + b'<a ', b'>'),
    'flood-script': repeat(b'<script></script>'),
    'flood-script-open': repeat(b'<script>'),
    'flood-script-text': repeat(b'<script>a</script>'),
    'flood-style': repeat(b'<style></style>'),
    'flood-title': repeat(b'<title>a</title>'),
    'flood-textarea': repeat(b'<textarea>a</textarea>'),
    'flood-noscript': repeat(b'<noscript>a</noscript>'),
    'flood-iframe': number(b'<iframe src="https://video.example/%d"></iframe>'),
    'open-script': repeat(TEXT, WRAP + b'<script>'),
    'open-comment': repeat(TEXT, WRAP + b'<!--'),
    'open-title': repeat(TEXT, b'<title>'),
    'open-cdata': repeat(TEXT, WRAP + b'<![CDATA['),
    'open-textarea': repeat(TEXT, WRAP + b'<textarea>'),
    'open-style': repeat(TEXT, WRAP + b'<style>'),
    'open-attribute': repeat(TEXT, WRAP + b'<p class="'),
    # entities
    'entity-amp': repeat(b'&amp;'),
    'entity-lt': repeat(b'&lt;p&gt;'),
    'entity-eacute': repeat(b'&eacute;'),
    'entity-nbsp': repeat(b'&nbsp;'),
    'entity-grows': repeat(b'&nGt;'),
    'entity-nbsp-words': repeat(b'mer&nbsp;', WRAP + b'<p>', b'</p>'),
    'entity-open': repeat(b'R&D&', WRAP + b'<p>', b'</p>'),
    'entity-grows-attribute': repeat(b'&nGt;', WRAP + b'<meta name="description" content="', b'">'),
    'entity-unknown': number(b'&x%d;'),
    'entity-long': repeat(b'&CounterClockwiseContourIntegral;'),
    'entity-prefix': repeat(b'&CounterClockwiseContourIntegra'),
    'entity-number': repeat(b'&#233;'),
    'entity-zero': repeat(b'&#0;'),
    'entity-surrogate': repeat(b'&#xD800;&#xDFFF;'),
    'entity-digits': repeat(b'9', WRAP + b'&#', b';'),
    # attributes
    'attributes-one-tag': number(b' a%d=b', WRAP + b'<p', b'>x'),
    'attributes-kept': repeat(b' class=a', WRAP + b'<p', b'>x'),
    'attributes-250': repeat(b'<p' + b' class=a' * 250 + b'>x'),
    'attribute-class': one_attribute(b'class'),
    'attribute-href': one_attribute(b'href'),
    'attribute-style': one_attribute(b'style'),
    'attribute-unknown': one_attribute(b'data-x'),
    'attribute-alt': repeat(b'<img src=/a.jpg alt="' + b'mer ' * 16000 + b'">'),
    'attribute-64k-class': repeat(b'<p class="' + b'mer ' * 16000 + b'">x</p>'),
    'class-around-blocks': around_blocks(b'<div class="%s">', b'</div>', b'article-body content '),
    'itemprop-around-blocks': around_blocks(b'<div itemprop="%s">', b'</div>', b'articleBody author '),
    'itemprop-on-blocks': repeat(b'<p itemprop="articleBody">La mer.</p>'),
    'style-hidden': repeat(b'<p style="display:none">a</p>'),
    'classes-distinct': number(b'<div class="c%d">a</div>'),
    'classes-distinct-p': number(b'<div class="card-%d"><p class="p%d">La mer monte.</p></div>'),
    'ids-distinct': number(b'<p id="p%d">a</p>'),
    'names-distinct': number(b'<x%d>a</x%d>'),
    'names-distinct-nested': number(b'<x%d>a'),
    'colspan': repeat(b'<tr><td colspan=999999999 rowspan=99999999>a</td><td colspan=65534>b</td></tr>', WRAP + b'<table>'),
    'colspan-row': repeat(b'<td colspan=1000>a</td>', WRAP + b'<table><tr>'),
    # the head
    'meta': number(b'<meta property="og:x%d" content="Le phare">'),
    'meta-author': number(b'<meta name="author" content="Anne Dupont%d">'),
    'meta-tag': number(b'<meta property="article:tag" content="port %d">'),
    'meta-keywords': number(b'port %d, ', WRAP + b'<meta name="keywords" content="', b'">'),
    'meta-title': number(b'<meta property="og:title" content="Le phare %d">'),
    'meta-date': number(b'<meta property="article:published_time" content="2017-01-01T00:00:%d">'),
    'meta-in-tree': number(b'<div><meta itemprop="x" content="%d"></div>'),
    'link-hreflang': number(b'<link rel="alternate" hreflang="fr" href="/%d">'),
    'link-canonical': number(b'<link rel="canonical" href="/%d">'),
    'link-amp': number(b'<link rel="amphtml" href="/%d">'),
    'base': repeat(b'<base href="../">'),
    'base-long': repeat(b'<p>La mer monte, et le gardien <a href=y>note</a> l\'heure.</p>',
                        WRAP + b'<base href="https://a.example/' + b'x' * 60000 + b'/">'),
    'links': number(b'<a href="/article/%d">Un titre de la page %d</a> '),
    'links-p': number(b'<p><a href="/article/%d">Un titre assez long pour la page %d</a></p>'),
    'links-same': repeat(b'<p><a href="/article/1">Un titre de la page</a></p>'),
    'links-dots': repeat(b'../', WRAP + b'<a href="', b'a">x</a>'),
    'links-dots-many': repeat(b'<a href="' + b'../a/' * 200 + b'">x</a>'),
    'links-tags': number(b'<a rel="tag" href="/t/%d">port %d</a>'),
    'links-author': number(b'<a rel="author" href="/a/%d">Anne Dupont %d</a>'),
    'breadcrumb': number(b'<li><a href="/r/%d">rubrique %d</a></li>', WRAP + b'<nav class="breadcrumb"><ol>'),
    'itemscope': number(b'<div itemscope itemtype="http://schema.org/Article"><span itemprop="headline">a%d</span></div>'),
    'itemscope-author': number(b'<span itemprop="author" itemscope itemtype="http://schema.org/Person"><b itemprop="name">A%d B</b></span>'),
    'articles': number(b'<article><h2>Le phare %d</h2><p>La mer monte.</p></article>'),
    'mains': repeat(b'<main><p>La mer monte.</p></main>'),
    # JSON-LD
    'json-nested-array': json_ld(b'[', b'', b''),
    'json-nested-object': json_ld(b'{"a":', b'', b''),
    'json-nested-closed': lambda size: json_ld(b' ', b'{"a":' * 100000 + b'1' + b'}' * 100000, b'')(size),
    'json-string': json_ld(TEXT.replace(b'"', b''), b'{"@type":"NewsArticle","headline":"Le phare","articleBody":"', b'"}'),
    'json-escapes': json_ld(b'\\u00e9', b'{"@type":"NewsArticle","headline":"Le phare","articleBody":"', b'"}'),
    'json-surrogates': json_ld(b'\\ud800', b'{"@type":"NewsArticle","headline":"', b'"}'),
    'json-numbers': json_ld(b'1,', b'{"@type":"NewsArticle","x":[', b'1]}'),
    'json-digits': json_ld(b'9', b'{"@type":"NewsArticle","x":', b'}'),
    'json-keys': json_ld(b'"a":1,', b'{"@type":"NewsArticle",', b'"b":1}'),
    'json-authors': json_ld(b'{"@type":"Person","name":"Anne Dupont"},', b'{"@type":"NewsArticle","author":[', b'{}]}'),
    'json-graph': number(b'{"@type":"NewsArticle","@id":"#%d","headline":"a","author":{"@id":"#1"}},',
                         WRAP + b'<script type="application/ld+json">{"@graph":[', b'{}]}</script>'),
    'json-many': number(b'<script type="application/ld+json">{"@type":"NewsArticle","headline":"Le phare %d"}</script>'),
    'json-900k': repeat(b'<script type="application/ld+json">{"@type":"NewsArticle","x":[' + b'"a",' * 225000 + b'1]}</script>'),
    'json-broken': json_ld(b'{"a":"b"c"}', b'', b''),
    'json-newlines': json_ld(b'"a\n', b'{', b''),
    'json-comments': json_ld(b'/*', b'', b''),
    'json-html-entities': json_ld(b'&quot;', b'{', b''),
    'ld-html-inside': json_ld(b'<p>La mer <b>monte</b> &amp; descend.</p>', b'{"@type":"NewsArticle","articleBody":"', b'"}'),
    'ld-html-escaped': json_ld(b'&lt;p&gt;La mer &amp;amp; le vent&lt;/p&gt;', b'{"@type":"NewsArticle","articleBody":"', b'"}'),
    'ld-bad-escape': json_ld(b'\\x \\u00 ', b'{"@type":"NewsArticle","articleBody":"', b'"}'),
    'ld-keywords': json_ld(b'port, ', b'{"@type":"NewsArticle","keywords":"', b'"}'),
    'ld-keywords-list': json_ld(b'"port",', b'{"@type":"NewsArticle","keywords":[', b'""]}'),
    'ld-blocks': repeat(b'<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"'
                        + b'<p>La mer &amp;amp; le vent</p>' * 15000 + b'"}</script>'),
    'next-data': repeat(b'{"date":"2017-12-28T10:00:00","a":"b"},', WRAP + b'<script id="__NEXT_DATA__" type="application/json">[', b'{}]</script>'),
    # dates
    'dates': repeat(b'<p>Le 28 d\xc3\xa9cembre 2017 \xc3\xa0 13h54</p>'),
    'dates-number': number(b'<p>Le 28/12/2017 %d</p>'),
    'dates-one-text': repeat(b'le 28/12/2017, '),
    'dates-time': number(b'<time datetime="2017-12-28T13:54:%d">le 28</time>'),
    'dates-words': repeat(b'jeudi lundi mardi '),
    'dates-digits': repeat(b'28/12/'),
    'dates-years': repeat(b'2017 '),
    'dates-ago': repeat(b'<p>il y a 3 heures</p>'),
    'dates-slash': repeat(b'1/', WRAP + b'<p>', b'</p>'),
    'dates-slash-blocks': repeat(b'<p>' + b'1/' * 200 + b'</p>'),
    'dates-colon': repeat(b'1:', WRAP + b'<p>', b'</p>'),
    'dates-hyphen': repeat(b'1-', WRAP + b'<p>', b'</p>'),
    'dates-words-one-block': repeat(b'le 28 d\xc3\xa9cembre ', WRAP + b'<p>', b'</p>'),
    'dates-distinct': number(b'<p>Le 28/12/2017 \xc3\xa0 13h54, %d</p>', WRAP),
    'dates-distinct-time': number(b'<time datetime="2017-12-28T13:54:00.%d">le 28</time>'),
    'digits-dots': repeat(b'1.', WRAP + b'<p>', b'</p>'),
    'digits-comma': repeat(b'1,', WRAP + b'<p>', b'</p>'),
    'digits-space': repeat(b'1 ', WRAP + b'<p>', b'</p>'),
    'dates-published': repeat(b'<p>Publi\xc3\xa9 le 28/12/2017 \xc3\xa0 13h54, mis \xc3\xa0 jour le 29/12</p>'),
    # bylines
    'byline-par': repeat(b'Par ', WRAP + b'<p class="author">', b'</p>'),
    'byline-par-blocks': repeat(b'<p class="author">Par </p>'),
    'byline-initials': repeat(b'A. B. C. ', WRAP + b'<p class="author">Par ', b'</p>'),
    'byline-names': repeat(b'Anne Dupont, ', WRAP + b'<p class="author">Par ', b'</p>'),
    'byline-et': repeat(b'Anne et ', WRAP + b'<p class="author">Par ', b'</p>'),
    'byline-chain': repeat(b'Jean-', WRAP + b'<p class="author">Par ', b'</p>'),
    'byline-blocks': number(b'<p class="author">Par Anne Dupont %d</p>'),
    'byline-short': repeat(b'<p>Par Anne Dupont</p>'),
    'byline-meta': repeat(b'Par Anne Dupont et ', WRAP + b'<meta name="author" content="', b'">'),
    'byline-parens': repeat(b'(', WRAP + b'<p class="author">Par ', b'</p>'),
    'byline-emails': repeat(b'a@b.c ', WRAP + b'<p class="author">Par ', b'</p>'),
    # text
    'text-words': repeat(TEXT, WRAP + b'<p>', b'</p>'),
    'text-paragraphs': repeat(b'<p>' + TEXT * 4 + b'</p>'),
    'text-plain': repeat(TEXT * 4 + b'\n\n', b''),
    'text-plain-lines': repeat(b'La mer monte sur la digue du port.\n', b''),
    'text-plain-short': repeat(b'a\n', b''),
    'text-one-line': repeat(b'a', b''),
    'text-one-word': repeat(b'a', WRAP + b'<p>', b'</p>'),
    'text-spaces': repeat(b' ', WRAP + b'<p>', b'x</p>'),
    'text-accents': repeat('é'.encode(), WRAP + b'<p>', b'</p>'),
    'text-capitals': repeat(b'Anne Dupont ', WRAP + b'<p>', b'</p>'),
    'text-marks': repeat(b'. ! ? : ; ', WRAP + b'<p>', b'</p>'),
    'text-combining': repeat('\u0301'.encode(), WRAP + b'<p>e', b'</p>'),
    'text-zero-width': repeat('\u200b'.encode(), WRAP + b'<p>e', b'</p>'),
    'text-nbsp': repeat('\u00a0'.encode(), WRAP + b'<p>e', b'</p>'),
    'text-headline': repeat(b'Le phare ', b'<title>', b'</title><h1>Le phare</h1>'),
    'text-titles': repeat(b'<p>Le phare de la pointe</p>', b'<title>Le phare de la pointe</title><h1>Le phare de la pointe</h1>'),
    'text-titles-long': repeat(b'<h2>' + TEXT * 10 + b'</h2>', b'<title>' + TEXT * 10 + b'</title>'),
    'text-related': number(b'<h3>\xc3\x80 lire aussi</h3><ul><li><a href="/%d">Le phare de la pointe, %d</a></li></ul>'),
    'text-h1-long': repeat(TEXT, WRAP + b'<h1>', b'</h1>'),
    'text-pre': repeat(b'a\n', WRAP + b'<pre>', b'</pre>'),
    'text-br-in-p': repeat(b'a<br>', WRAP + b'<p>', b'</p>'),
    'text-br-in-p-words': repeat(b'La mer monte.<br>', WRAP + b'<p>', b'</p>'),
    'text-plaintext': repeat(b'a ', WRAP + b'<plaintext>'),
    'text-plaintext-tags': repeat(b'<p>a</p>', WRAP + b'<plaintext>'),
    'text-captions': number(b'<figure><img src="/%d.jpg"><figcaption>Vue %d. Photo Anne Dupont / AFP</figcaption></figure>'),
    'text-caption-credit': repeat(b'Photo Anne Dupont / AFP ', WRAP + b'<figure><img src="/a.jpg"><figcaption>', b'</figcaption></figure>'),
    'text-pre-many': repeat(b'<pre>a\n  b</pre>'),
    'text-pre-quoted': repeat(b'\n', PRESS + b'<blockquote>' * 10 + b'<pre>Le maire', b'b</pre>' + b'</blockquote>' * 10 + PROSE),
    'text-feeds': repeat(b'\n', WRAP + b'<p>', b'</p>'),
    'text-quotes-plain': repeat(b'"', WRAP + b'<p>', b'</p>'),
    'text-and': repeat(b'&', PRESS + b'<p>Le maire ', b'</p>' + PROSE),
    'text-emails': repeat(b'a@b.c ', PRESS + b'<p>', b'</p>' + PROSE),
    'text-code': repeat(b'<code>`a</code>', WRAP + b'<p>', b'</p>'),
    'text-markdown': repeat(b'*_`[]<>#\\', WRAP + b'<p>', b'</p>'),
    'text-links-inline': repeat(b'<a href=/x>a</a>', WRAP + b'<p>' + TEXT, b'</p>'),
    'text-marks-inline': repeat(b'<b>a</b><i>b</i>', WRAP + b'<p>' + TEXT, b'</p>'),
    'text-quotes': repeat(b'"\xc2\xab \xc2\xbb\' ', WRAP + b'<p>', b'</p>'),
    'text-declared': lambda size: (lambda body: WRAP + b'<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"'
                                   + body[:500000] + b'"}</script><p>' + body + b'</p>')(TEXT * max(1, size // len(TEXT) - 5000)),
    # bytes
    'bytes-nul': repeat(b'\0'),
    'bytes-nul-mixed': repeat(b'a\0b'),
    'bytes-surrogates': repeat(b'\xed\xa0\x80'),
    'bytes-ff': repeat(b'\xff'),
    'bytes-c3': repeat(b'\xc3'),
    'bytes-truncated': repeat(b'\xf0\x9f\x98 '),
    'bytes-esc': repeat(b'\x1b$B', b'<meta charset=iso-2022-jp><p>'),
    'bytes-esc-text': repeat(b'\x1b$B0!\x1b(B a', b'<meta charset=iso-2022-jp><p>'),
    'utf16-le': in_encoding('utf-16-le', 'utf-16', '<p>La mer monte à la digue</p>'),
    'utf16-han': in_encoding('utf-16-le', 'utf-16', '海面上升'),
    'utf16-tags': in_encoding('utf-16-be', 'utf-16', '<p>a'),
    'gb18030': in_encoding('gb18030', 'gb18030', '海面上升。'),
    'gb18030-four': in_encoding('gb18030', 'gb18030', '\u0e01\u0e02'),
    'gb18030-broken': repeat(b'\x81', b'<meta charset=gb18030><p>'),
    'gbk-ascii': repeat(b'\x81<', b'<meta charset=gbk><p>'),
    'shift-jis': in_encoding('shift_jis', 'shift_jis', '海面が上がる。'),
    'shift-jis-half': repeat(b'\xb1', b'<meta charset=shift_jis><p>'),
    'windows-1252': in_encoding('cp1252', 'windows-1252', 'é€'),
    'x-mac': repeat(b'\xd4\xe2\x80', b'<meta charset=macintosh><p>'),
    'twice-utf8': repeat('dÃ©jÃ\u00a0 vu '.encode(), b'<title>a</title><p>'),
    # mixtures
    'soup': repeat(b'<div class="a"><p>mot <a href="/x?y=1&amp;z=2">lien</a> &eacute; <b><i>x</p></div></b>'),
    'teasers': number(b'<div class="teaser"><a href="/a/%d"><img src="/%d.jpg" alt=""><h3>Un titre de la liste %d</h3></a></div>'),
    'comments': number(b'<div class="comment" id="c%d"><b>Anne</b> <span>le 28/12/2017</span><p>Je suis d\'accord.</p></div>'),
    'siblings-alternating': repeat(b'<div>La mer monte.</div><p>Le phare reste.</p><section>Le port dort.</section>'),
    'siblings-signed': number(b'<p>Anne Dupont %d</p>', PRESS),
    'signatures': number(b'<p>Propos recueillis par Anne Dupont %d</p>', PRESS),
    'signatures-same': repeat(b'<p>Par Anne Dupont, avec AFP</p>', PRESS),
    'teasers-excerpt': number(b'<div><a href="/a/%d"><h3>Un titre de la liste</h3></a><p>Le conseil du port se tient demain.</p></div>',
                              PRESS),
    'twins-of-title': repeat(b'<div class="entete"><span>Le phare</span></div>',
                             b'<title>Le phare</title><div class="entete"><span>Le phare</span></div>'),
    'empty-between': repeat(b'<div></div>', PRESS, PROSE),
    'empty-and-text': repeat(b'<i></i><div></div><p>La mer monte.</p>', PRESS),
    'attributes-data': number(b'data-n%d="x" ', WRAP + b'<p ', b'>La mer</p>' + PROSE),
    'live-entries': number(b'<article itemprop="liveBlogUpdate" itemscope itemtype="http://schema.org/BlogPosting">'
                           b'<time itemprop="datePublished" datetime="2024-01-15T10:00:00+01:00">10 h</time>'
                           b'<h2 itemprop="headline">Note %d</h2><p itemprop="articleBody">La mer monte.</p></article>'),
    'live-hours': repeat(b'<div><b>10h15</b><p>La mer monte sur la digue du port.</p></div>', PRESS),
    'live-json': json_ld(b'{"@type":"BlogPosting","headline":"Note","articleBody":"La mer monte."},',
                         b'{"@type":"LiveBlogPosting","liveBlogUpdate":[', b'{}]}'),
    'author-lists': number(b'<ul class="authors"><li><a rel="author" href="/auteur/%d">Anne Dupont %d</a></li></ul>', PRESS),
    'author-list-long': number(b'Anne Dupont %d, ', WRAP + b'<p class="author">Par ', b'</p>' + PROSE),
    'speeches': repeat(b'<p><b>La mer monte-t-elle ?</b></p><p>Oui, dit le gardien du phare.</p>', PRESS),
    'thread': number(b'<p>%d/ La mer monte sur la digue.</p>', PRESS),
    'flat-lines': number(b'La mer monte sur la digue %d\n', b''),
    'flat-prose': repeat(TEXT * 3 + b'\n', b''),
    'flat-short': repeat(b'Sport\n', b'Le phare\n'),
    'flat-dates': number(b'Par Anne Dupont, le 15 janvier 2024 %d\n', b''),
    'flat-wrapped': repeat(b'La mer monte sur la digue du port, et le gardien du phare note\nl\'heure dans son cahier.\n\n', b''),
    'flat-wrapped-one': repeat(b'La mer monte sur la digue du port, et le gardien du phare note\n', b''),
    'notices': repeat(b'<p>Abonnez-vous \xc3\xa0 notre lettre</p><p>Partager cet article</p>'),
}


def text(unit, head=''):
    return repeat(unit.encode(), head.encode())


def letters(i):
    """A number as letters: a word of its own for every number."""
    word = ''
    while i >= 0:
        word = chr(ord('a') + i % 26) + word
        i = i // 26 - 1
    return word


TEXTS = {
    'words': text('L\'été, les élèves jouent ; '),
    'capitals': text('ÉTÉ '),
    'letters': text('a'),
    'letters-accents': text('é'),
    'letters-capital': text('A'),
    'spaces': text(' '),
    'spaces-no-break': text('\u00a0'),
    'lines': text('a\n'),
    'marks': text('e\u0301'),
    'marks-one-segment': text('\u0301', 'e'),
    'marks-in-reverse': text('\u0301\u0323', 'e'),
    'ligature-arabic': text('\ufdfa'),
    'ligature-latin': text('ﬁœ'),
    'fractions': text('½'),
    'hangul-jamo': text('\u1100\u1161\u11a8'),
    'hangul-jamo-lead': text('\u1100'),
    'hangul-syllables': text('각'),
    'ideographs': text('海面'),
    'joiners': text('\u200d'),
    'soft-hyphens': text('\u00ad'),
    'digits': text('1'),
    'digits-dots': text('1.'),
    'digits-comma': text('1,'),
    'digits-slash': text('1/'),
    'digits-colon': text('1:'),
    'digits-space': text('1 500 '),
    'hyphens': text('a-'),
    'hyphens-only': text('-'),
    'apostrophes': text('l\''),
    'apostrophes-only': text('\''),
    'initials': text('A.'),
    'inclusive': text('étudiant·e·s '),
    'inclusive-chain': text('e·'),
    'hosts': text('www.exemple.fr/a?b=c '),
    'hosts-long': text('a.'),
    'addresses': text('anne@exemple.fr '),
    'addresses-at': text('a@'),
    'addresses-slash': text('/a'),
    'hashtags': text('#a'),
    'quotes': text('"a '),
    'groups': text('('),
    'groups-closed': text('(a) '),
    'exclusions': text('-a '),
    'prefixes': text('a* '),
    'operators': text('OU '),
    'invalid-tail': lambda size: b'\xc3\xa9' * (size // 2),
    'distinct': number(b'mot%dx ', b''),
    'guillemets': text('« '),
    'guillemets-closed': text('« a » '),
    'guillemets-end': text(' »'),
    'guillemets-nested': text('« “ \' '),
    'quotations': text('« La mer monte », dit Anne Dupont. '),
    'quotations-long': text('« La mer monte sur la digue. '),
    'quotations-indirect': text('Anne Dupont affirme que la mer monte. '),
    'quotations-pronoun': text('« La mer monte », a-t-elle ajouté. '),
    'quotations-distinct': number('« La mer », dit Anne Dupont{} Martin. '.format('x%d').encode(), b''),
    'speech-dashes': text('— La mer monte, dit-il.\n'),
    'verbs': text('dit '),
    'according': text('selon Anne '),
    'dates': text('le 15 janvier 2024 '),
    'dates-range': text('du 3 au 5 mars et '),
    'dates-relative': text('hier, '),
    'dates-weekday': text('lundi '),
    'dates-ordinals': text('le premier '),
    'dates-open': text('du 3 '),
    'dates-list': text('les 3, '),
    'date-list-long': text('3, ', 'les '),
    'numbers-words': text('deux mille trois cents '),
    'numbers-cent': text('cent '),
    'numbers-mille': text('mille '),
    'numbers-vingt': text('quatre-vingt-'),
    'numbers-un': text('un '),
    'numbers-units': text('3 millions d\'euros '),
    'numbers-et': text('vingt et '),
    'numbers-roman': text('XIXe '),
    'numbers-roman-open': text('XIX'),
    'names-capitalised': text('Anne '),
    'names-people': text('Anne Dupont. '),
    'names-distinct': number(b'Anne Dupont%d, ', b''),
    'names-letters': lambda size: b''.join(b'%s %s, ' % (letters(i).capitalize().encode(), letters(i * 7 + 3).capitalize().encode())
                                           for i in range(size // 12)),
    'names-same-family': lambda size: b''.join(b'%s Dupont, ' % letters(i).capitalize().encode() for i in range(size // 14)),
    'names-roles': text('la ministre Anne Dupont, maire de Lyon, '),
    'names-role-long': text('ancien ministre '),
    'names-particles': text('de la '),
    'names-apposition': text('Anne Dupont, maire, '),
    'names-initials': text('A. Dupont '),
    'sentences': text('La mer. '),
    'sentences-dots': text('.'),
    'sentences-dot-space': text('. '),
    'sentences-abbreviations': text('M. '),
    'sentences-marks': text('?! '),
    'sentences-closers': text('.» '),
    'sentences-closed': text('(La mer.) '),
    'sentences-open': text('(La mer. '),
    'sentences-etc': text('etc. '),
    'sounds-vowels': text('eau'),
    'sounds-hyphens': text('Jean-'),
    'sounds-ill': text('ill'),
}


def feed(unit, head=b'<?xml version="1.0"?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Fil</title>', tail=b'</channel></rss>'):
    return repeat(unit, head, tail)


ITEM = (b'<item><title>Le phare rouvre</title><link>https://www.exemple.example/phare</link><guid>7</guid><dc:creator>Anne Vidal</dc:creator>'
        b'<pubDate>Sat, 03 Feb 2024 08:15:00 +0100</pubDate><category>Mer</category><description>&lt;p&gt;La mer monte sur la digue du port, et le '
        b'gardien du phare note l\'heure.&lt;/p&gt;</description></item>')
ONE = b'<rss><channel><item>'

FEEDS = {
    'feed-entries': text("<item><title>L'été</title><link>/a</link><author>Anne Dupont</author><pubDate>Thu, 28 Dec 2017 13:54:00 +0100"
                         '</pubDate><category>Mer</category></item>', '<rss>'),
    'feed-entries-empty': text('<item/>', '<rss>'),
    'feed-entry-long': text('<category>Mer</category>', '<rss><item>'),
    'feed-entry-attributes': text(' a="b"', '<rss><item'),
    'feed-text': text('La mer monte &amp; le port attend. ', '<rss><item><description>'),
    'feed-text-utf8': text('éàç ', '<rss><item><description>'),
    'feed-title': text('La mer monte. ', '<rss><item><title>'),
    'feed-author': text('Anne Dupont, ', '<rss><item><author>'),
    'feed-author-address': text('a@b.c ', '<rss><item><author>'),
    'feed-date': text('28 Dec ', '<rss><item><pubDate>'),
    'feed-escaped': text('&lt;p>La mer <a href="b">monte</a>&lt;/p>', '<rss><item><description>'),
    'feed-cdata': text('<p>La mer <a href="b">monte</a></p>', '<rss><item><description><![CDATA['),
    'feed-cdata-many': text('<![CDATA[a]]>', '<rss><item><description>'),
    'feed-xhtml': text('<p>La mer <a href="b"/>monte</p>', '<feed><entry><content type="xhtml">'),
    'feed-base64': text('TGEgbWVy', '<feed><entry><content type="text/html" mode="base64">'),
    'feed-ampersands': text('&', '<rss><item><description>'),
    'feed-spaces': text(' ', '<rss><item><description>'),
    'feed-unclosed': text('<a>', '<rss><item>'),
    'feed-unclosed-items': text('<item>', '<rss>'),
    'feed-unknown': number(b'<x%d>a</x%d>', b'<rss><item>'),
    'feed-comments': text('<!--', '<rss>'),
    'feed-nothing': text('<', '<rss>'),
    'feed-sitemap': text('<url><loc>https://exemple.example/a</loc></url>', '<urlset>'),
    'feed-lines': text('https://exemple.example/a\n'),
    'feed-json': text('{"id": 1, "title": "L\\u00e9t\\u00e9"},', '{"version": "https://jsonfeed.org/version/1", "items": ['),
    'feed-json-string': text('L\\u00e9t\\u00e9 ', '{"version": "https://jsonfeed.org/version/1", "items": [{"content_html": "'),
    'feed-json-members': number(b'"x%d": 1,', b'{"version": "https://jsonfeed.org/version/1", "items": [{'),
    'feed-json-nested': text('[', '{"version": "https://jsonfeed.org/version/1", "items": ['),
    'feed-items': feed(ITEM),
    'feed-items-nested': nested(b'<item>', b'</item>', b'<rss><channel>'),
    'feed-items-of-a-letter': feed(b'<item>a'),
    'feed-channels-nested': nested(b'<channel><item>', b'</item></channel>', b'<rss>'),
    'feed-elements-nested': nested(b'<x>', b'</x>', ONE),
    'feed-elements-unknown': feed(b'<x>a</x>', ONE),
    'feed-elements-prefixed': feed(number(b'<p%d:x>a</p%d:x>', b'')(1 << 16), ONE),
    'feed-spaces-declared': number(b'<x xmlns:a%d="http://purl.org/dc/elements/1.1/">', ONE),
    'feed-categories-numbered': number(b'<category>mot %d</category>', ONE),
    'feed-enclosures': feed(b'<enclosure url="a" type="b" length="1"/>', ONE),
    'feed-one-content': feed(b'<p>La mer <img src="a.jpg"> monte.</p>', ONE + b'<content:encoded><![CDATA[', b']]></content:encoded></item>'),
    'feed-one-attribute': feed(b'mot ', ONE + b'<x a="', b'">'),
    'feed-escaped-again': feed(b'&amp;amp;lt;', ONE + b'<description>'),
    'feed-entities': feed(b'&eacute;', ONE + b'<title>'),
    'feed-cdata-open': feed(b'<![CDATA[a', ONE + b'<description>'),
    'feed-doctype-entities': number(b'<!ENTITY a%d "&b;&b;&b;&b;">', b'<!DOCTYPE rss ['),
    'feed-atom-links': feed(b'<link rel="a" href="b"/>', b'<feed xmlns="http://www.w3.org/2005/Atom"><entry>', b'</entry></feed>'),
    'feed-atom-bases': nested(b'<x xml:base="a/">', b'</x>', b'<feed xmlns="http://www.w3.org/2005/Atom"><entry>'),
    'feed-json-empty': feed(b'{},', b'{"version":"https://jsonfeed.org/version/1","items":[', b'{}]}'),
}

RULES = {
    'rules-lines': text('body: //article\n'),
    'rules-long': text('//div', 'body: '),
    'rules-groups': text('(', 'body: '),
    'rules-predicates': text('[a]', 'body: //p'),
    'rules-replace': text('replace_string(a): b\n'),
    'rules-strip': text('strip_id_or_class: a\n'),
    'rules-unknown': number(b'x%d: y\n', b''),
    'rules-comments': text('# a\n'),
    'rules-words': text('La mer monte. '),
}

# Of a size of their own: what they cost on a page.
SITE_RULES = {
    'real': """# what the files of ftr-site-config say
title: //h1[contains(concat(' ', normalize-space(@class), ' '), ' title ')]
title: //meta[@property="og:title"]/@content
author: //a[@rel='author'] | //span[contains(@class, 'byline')]//a
date: //time/@datetime
date: //meta[@property='article:published_time']/@content
body: //div[@itemprop="articleBody"]
body: //article//div[contains(@class, 'content')]
body: //article | //main
strip: //aside | //nav | //*[contains(@class, 'share')]
strip: //div[contains(@class, 'related') and not(.//p)]
strip: //p[starts-with(normalize-space(.), 'Lire aussi')]
strip_id_or_class: newsletter
strip_id_or_class: ad
strip_image_src: pixel
dissolve: //h2/a
wrap_in(blockquote): //p[@class='quote']
next_page_link: //a[@rel='next']
find_string: <noscript>
replace_string: <div>
""",
    'deep-predicates': 'body: //p' + '[.//*' * 40 + ']' * 40,
    'all-of-all': 'strip: //*//*//*//*\nbody: //*[//*[//*]]\ntitle: //*[. = //*]\nauthor: //*[preceding::*[following::*]]',
    'paths': ''.join(f'strip: //div[contains(@class, "a{i}")]\n' for i in range(5000)),
    'paths-that-take-all': 'strip: //*[count(//*) > 0]\n' * 2000,
    'bodies': ''.join(f'body: //p[{i}]\n' for i in range(1, 3000)),
    'strips': ''.join(f'strip_id_or_class: mot{i}\n' for i in range(9000)),
    'strip-images': ''.join(f'strip_image_src: image{i}\n' for i in range(9000)),
    'titles': 'title: //*\n' * 10000,
    'replace-grows': 'replace_string(e): eeeeeeeeeeeeeeeeeeee\n' * 5000,
    'replace-swaps': 'replace_string(a): b\nreplace_string(b): a\n' * 4000,
    'wraps': 'wrap_in(div): //*\n' * 5000,
    'moves': 'move_into(//p[1]): //*\nmove_into(//p[last()]): //*\n' * 2500,
    'dissolves': 'dissolve: //*\n' * 5000,
    'attributes': 'strip_attr: //@*\n' * 5000,
    'strings': 'title: concat(' + ', '.join(['string(/)'] * 800) + ')\n',
    'unions': 'strip: ' + ' | '.join(['//p'] * 2000) + '\n',
    'comments': '# a\n' * 60000,
    'unknown': 'x: y\n' * 50000,
    'parentheses': 'replace_string(' * 10000 + '\n',
    'calls': 'title: ' + 'not(' * 2000 + '1' + ')' * 2000 + '\n',
    'finds': 'find_string: a\n' * 8000 + 'replace_string: b\n' * 4000,
}
