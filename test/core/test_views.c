/*
 * test_views.c
 *	  The article as HTML and as CommonMark, the page as lines of text.
 */
#include "tap.h"
#include "view.h"

static void
html(Str page, Str expected, const char *name)
{
	tap_equal_text(article_to_html(view_read_all(page)), expected, name);
}

static void
markdown(Str page, Str expected, const char *name)
{
	tap_equal_text(article_to_markdown(view_read_all(page)), expected, name);
}

static void
text(Str page, Str expected, const char *name)
{
	tap_equal_text(page_to_text(view_read(page)), expected, name);
}

#define HTML(page, expected, name) html(STR(page), STR(expected), name)
#define MARKDOWN(page, expected, name) markdown(STR(page), STR(expected), name)
#define TEXT(page, expected, name) text(STR(page), STR(expected), name)

/* ------------------------------------------------------------------ HTML */

static void
test_html_inline(void)
{
	HTML("<p>a <b>b</b> <i>c</i><br>d</p>", "<p>a <b>b</b> <i>c</i><br/>d</p>\n", "markup");
	HTML("<p><b> a </b>b</p>", "<p><b>a</b> b</p>\n", "white space moves out of the markup");
	HTML("<p>a<b></b><em> </em>b</p>", "<p>a b</p>\n", "empty markup is dropped");
	HTML("<p><b>a</b><strong>b</strong></p>", "<p><b>ab</b></p>\n", "adjacent markup is merged");
	HTML("<p><b>a<i>b</b>c</i>d</p>", "<p><b>a<i>b</i></b>cd</p>\n", "overlapping markup");
	HTML("<p><b>a<b>b</b>c</b></p>", "<p><b>abc</b></p>\n", "bold in bold");
	HTML("<p><span class=x><font color=red>a</font></span></p>", "<p>a</p>\n",
		 "only allowed elements");
	HTML("<p>H<sub>2</sub>O, 1<sup>er</sup></p>", "<p>H<sub>2</sub>O, 1<sup>er</sup></p>\n",
		 "scripts");
	HTML("<p>&lt;b&gt; &amp; \"c\"</p>", "<p>&lt;b&gt; &amp; \"c\"</p>\n", "text is escaped");
	HTML("<p>a<script>b</script><noscript>c</noscript>d</p>", "<p>ad</p>\n", "invisible elements");
	HTML("<p><abbr title='a \"b\"'>c</abbr> <time datetime=2020-01-02>d</time></p>",
		 "<p><abbr title=\"a &quot;b&quot;\">c</abbr> <time datetime=\"2020-01-02\">d</time></p>\n",
		 "attributes");
	HTML("<p lang=en>a <i lang='la\"'>b</i></p>", "<p lang=\"en\">a <i>b</i></p>\n", "languages");
}

static void
test_html_links(void)
{
	HTML("<p><a href='b.html?c=1&amp;d=2'>x</a></p>",
		 "<p><a href=\"https://www.gazette.example/vie/b.html?c=1&amp;d=2\">x</a></p>\n",
		 "links are absolute");
	HTML("<p><a href='#b'>x</a> <a href='mailto:a@b.example'>y</a> <a>z</a></p>", "<p>x y z</p>\n",
		 "links that lead nowhere leave their text");
	HTML("<a href='//b.example/'><p>x</p></a>", "<p><a href=\"https://b.example/\">x</a></p>\n",
		 "a link around a paragraph");
	HTML("<p>a<a href='//b.example/'><img src='x.gif' width=1></a>b</p>", "<p>ab</p>\n",
		 "a link without words");
}

static void
test_html_blocks(void)
{
	HTML("<ul><li>a<li><p>b</p><p>c</p></ul>",
		 "<ul>\n<li>a</li>\n<li>\n<p>b</p>\n<p>c</p>\n</li>\n</ul>\n", "a list");
	HTML("<p>x</p><ol start=3><li>a<ul><li>b</ul><li>c</ol>",
		 "<p>x</p>\n<ol start=\"3\">\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ol>\n",
		 "a list in a list");
	HTML("<p>x</p><li>a<br><br>b", "<p>x</p>\n<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ul>\n",
		 "an item without a list, cut at line breaks");
	HTML("<p>x</p><blockquote>a<p>b</p></blockquote><blockquote>c</blockquote>",
		 "<p>x</p>\n<blockquote>a<p>b</p>\n</blockquote>\n<blockquote>c</blockquote>\n", "quotes");
	HTML("<p>x</p><dl><dt>a<dd>b</dl>", "<p>x</p>\n<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n", "terms");
	HTML("<h1>a</h1><h2>b</h2><h3>c</h3>", "<h2>a</h2>\n<h2>b</h2>\n<h3>c</h3>\n",
		 "headings start below the title's level");
	HTML("<pre>\n  a &lt;\n\n b</pre>", "<pre>  a &lt;\n\n b</pre>\n", "preformatted");
	HTML("<p>x<table><tr><th colspan=2>a<th>b<tr><td><b>c</b><td><td>d</table>",
		 "<p>x</p>\n<table>\n<tr><th colspan=\"2\">a</th><th>b</th></tr>\n"
		 "<tr><td><b>c</b></td><td></td><td>d</td></tr>\n</table>\n",
		 "a table");
	HTML("<table><tr><td><ul><li><p>a</p><p>b</p></ul></table>", "<p>a</p>\n<p>b</p>\n",
		 "elements that hold the whole body are layout");
	HTML("a\n\nb < c\n", "<p>a</p>\n<p>b &lt; c</p>\n", "plain text");
	tap_equal_text(article_to_html(view_read_all(STR(""))), STR_NONE, "no body, no HTML");
}

/* The output is well-formed, whatever characters a page contains. */
static void
test_html_characters(void)
{
	HTML(
		"<p>a\x01\x7F\xC2\x80\xC2\x9F\xEF\xBF\xBE\xEF\xBF\xBF&#1;&#xFFFE;b\xC2\xA0\xEF\xBF\xBD</p>",
		"<p>ab \xEF\xBF\xBD</p>\n", "control characters, and characters that XML lacks");
	HTML("<pre>a\tb\x0B\x0C&#13;&#10;c&#13;d&#1;e</pre>", "<pre>a\tb  \nc\nde</pre>\n",
		 "line ends in preformatted text");
	HTML("<p><abbr title='&quot;a&#13;&#10;\tb&#1; &lt;&amp;&#xFFFE;'>c</abbr> d</p>",
		 "<p><abbr title=\"&quot;a   b &lt;&amp;\">c</abbr> d</p>\n", "in an attribute value");
	HTML("<p><a href=/b href=/c title=d onclick=e lang=fr lang=de '\"'=f <x y>g</a></p>",
		 "<p><a href=\"https://www.gazette.example/b\" lang=\"fr\">g</a></p>\n",
		 "duplicate attributes, and invalid names");
	HTML("<p>a<!-- b -- c --> d<!-- <b> --> e<?f?> g</p>", "<p>a d e g</p>\n", "comments");
}

/* An HTML parser moves content that is not allowed in a table out of it. */
static void
test_html_rows(void)
{
	HTML("<p>x<table><tr>a<td>b<td>c</table>",
		 "<p>x</p>\n<p>a</p>\n<table>\n<tr><td>b</td><td>c</td></tr>\n</table>\n",
		 "text of a row before its first cell");
}

/* ------------------------------------------------------------------ CommonMark */

static void
test_markdown_escapes(void)
{
	MARKDOWN("<p>2 * 3 * 4, un_nom_long, un_été_là, _a_, [b], `d`</p>",
			 "2 * 3 * 4, un_nom_long, un_été_là, \\_a\\_, \\[b\\], &#96;d&#96;\n", "marks");
	MARKDOWN("<p>a*b, *c* * d<b>e</b>", "a\\*b, \\*c\\* * d**e**\n", "asterisks between spaces");
	MARKDOWN("<p>a &lt;b&gt; &amp;amp; &amp;c AT&amp;T &amp;#39;</p>",
			 "a &lt;b> &amp;amp; &c AT&T &amp;#39;\n", "markup and references");
	MARKDOWN("<p>C:\\d ~~e~~ f|g, [h](i)</p>", "C:\\\\d \\~\\~e\\~\\~ f|g, \\[h&#93;(i)\n",
			 "others");
	MARKDOWN("<p># a<p>#a<p>1. b<p>12) c<p>1.5 d<p>2020.<p>- e<p>+ f<p>&gt; g<p>=== h<p>---<p>-5",
			 "\\# a\n\n#a\n\n1\\. b\n\n12\\) c\n\n1.5 d\n\n2020\\.\n\n\\- e\n\n\\+ f\n\n\\> "
			 "g\n\n\\=== h\n\n\\---\n\n-5\n",
			 "line starts");
	MARKDOWN("<p>a<br>- b<br>c<br>|--|<br>:-:", "a\\\n\\- b\\\nc\\\n\\|--|\\\n\\:-:\n",
			 "line breaks");
	MARKDOWN("<p><b>- a</b><p><a href=//b.example>1. c</a>",
			 "**- a**\n\n[1. c](https://b.example)\n", "list markers within markup");
	MARKDOWN("<p>1<abbr>. a</abbr><p>-<u> b</u><p>&amp;<abbr>lt;</abbr>",
			 "1\\. a\n\n\\- b\n\n&amp;lt;\n", "list markers across elements");
	MARKDOWN("<h3>a *b* #</h3><h2>1. c<br>d</h2><h4>C#</h4><h5>#</h5>",
			 "### a \\*b\\* \\#\n\n## 1. c d\n\n#### C#\n\n##### \\#\n", "headings");
}

static void
test_markdown_controls(void)
{
	MARKDOWN("<p>&#1;# a<p>&&#1;lt;b&gt;<p>&#1; - c", "\\# a\n\n&amp;lt;b>\n\n\\- c\n",
			 "control characters are dropped before any decision");
	MARKDOWN("<p>a&#11;&#12;&#13;&#x2028;b &#1; c\xC2\x85"
			 "d",
			 "a b c d\n", "line ends become spaces");
	MARKDOWN("<p>a<p>&#1;<p><b>&#8;</b><h2>&#1;</h2><pre>&#1;</pre><ul><li>&#1;</ul><p>b",
			 "a\n\nb\n", "a block of control characters is not written");
	MARKDOWN("<p>a <code>&#1;</code><a href=/b>&#1;</a><i>&#1;</i>c", "a c\n",
			 "empty markup is not written");
	MARKDOWN("<p>a<br>&#1;<br>b<br>&#1;", "a\\\nb\n", "empty lines are not written");
	MARKDOWN("<p>a <i>b &#1;</i>c", "a b c\n", "emphasis that would end in a space is not written");
}

static void
test_markdown_addresses(void)
{
	MARKDOWN("<p>https://a.example/b&lt;i&gt; //c.example <a href='//d.fr'>http://d.fr</a>",
			 "https:/\\/a\\.example/b&lt;i> /\\/c\\.example [http://d.fr](https://d.fr)\n",
			 "addresses that are not links stay text in GFM");
	MARKDOWN("<p>www.9x.fr, www.&#x3000;a, gazette.fr, J.K., 1.5, p.ex. M.Dupont, fin.",
			 "www\\.9x\\.fr, www\\.\xE3\x80\x80"
			 "a, gazette\\.fr, J.K., 1.5, p\\.ex. M\\.Dupont, fin.\n",
			 "addresses without a scheme");
	MARKDOWN("<p>a !@b.fr (@c.fr) d'e@f.fr %@4$$.fr, g@h i.",
			 "a !`@b.fr` (@c\\.fr) d'`e@f.fr` %`@4`$$.fr, g@h i.\n", "e-mail of marks");
	MARKDOWN("<p>Par a.b@c.fr, @d et e@f<b>.fr</b> <a href='//g.fr'>h@i.fr</a> j @ k.",
			 "Par `a.b@c.fr`, @d et `e@f`**.fr** [h@i.fr](https://g.fr) j @ k.\n", "e-mail");
}

static void
test_markdown_inline(void)
{
	MARKDOWN("<p>a <b>b <i>c</i></b> <em>d</em>", "a **b *c*** *d*\n", "emphasis");
	MARKDOWN("<p>mot<b>« a »</b>mot <b>fin.</b>Suite l'<i>a</i>", "mot« a »mot fin\\.Suite l'*a*\n",
			 "emphasis that could not be read back is dropped");
	MARKDOWN("<p>in<i>croy</i>able", "in*croy*able\n", "emphasis in a word");
	MARKDOWN("<p><code>a</code> <code>`b``</code> <code>*c*</code>", "`a` ``` `b`` ``` `*c*`\n",
			 "code");
	MARKDOWN("<p><kbd>a</kbd><code>b`[y](z)</code><u><samp>c</samp></u>", "``ab`[y](z)c``\n",
			 "adjacent code spans are merged");
	MARKDOWN("<p><code>a</code><b><code>b</code></b>`", "`a`**`b`**&#96;\n",
			 "separated code spans are not merged");
	MARKDOWN("<p><b>a</b><i>b</i>", "**a**b\n", "adjacent emphasis is not merged");
	MARKDOWN("<p>10<sup>3</sup> CO<sub>2</sub> XIX<sup>e</sup>",
			 "10<sup>3</sup> CO<sub>2</sub> XIXe\n",
			 "superscripts and subscripts that mean something");
	MARKDOWN("<p>Oh !<a href='https://b.example/a_b_(c)?d=*'>a]b</a>",
			 "Oh \\![a\\]b](https://b.example/a_b%5F%28c%29?d=%2A)\n", "links");
	MARKDOWN("<p><a href='//b.example/'><code>a` </code><code>b</code></a>",
			 "[a&#96; `b`](https://b.example/)\n", "backticks in a link");
	MARKDOWN("<p><a href='//b.example/'><code>[a]: b</code></a>",
			 "[\\[a\\]: b](https://b.example/)\n", "no link definition in a link");
	MARKDOWN("<p><a href='//b.example/'>![a](b)</a>", "[\\!\\[a&#93;(b)](https://b.example/)\n",
			 "no image in a link");
	MARKDOWN("<p><a href='//b.example/`<c>&amp;lt;[d]\\'>a</a>",
			 "[a](https://b.example/%60%3Cc%3E&amp;lt;%5Bd%5D/)\n",
			 "markup characters in addresses");
	MARKDOWN("<p><b><a href='//b.example/'>a</a></b>, <a href='//b.example/'><b>c</b></a>",
			 "**[a](https://b.example/)**, [**c**](https://b.example/)\n", "links and emphasis");
}

static void
test_markdown_blocks(void)
{
	MARKDOWN("<p>x<ul><li>a<li>b<ol><li>c<li>d</ol><li>e</ul>",
			 "x\n\n- a\n- b\n  1. c\n  2. d\n- e\n", "lists");
	MARKDOWN("<p>x<ul><li>a</ul><ul><li>b</ul><ol start=9><li>c<li>d</ol>",
			 "x\n\n- a\n\n* b\n\n9. c\n10. d\n", "lists that follow each other");
	MARKDOWN("<p>x<ul><li><p>a<p>b</ul><p>y", "x\n\n- a\n\n  b\n\ny\n", "paragraphs of an item");
	MARKDOWN("<p>x<blockquote><p>a<p>b<blockquote>c</blockquote><ul><li>d</ul></blockquote>"
			 "<blockquote>e</blockquote>",
			 "x\n\n> a\n>\n> b\n>\n> > c\n>\n> - d\n\n> e\n", "quotes");
	MARKDOWN("<p>x<ol><li><blockquote>a</blockquote><pre>b\n\nc</pre></ol>",
			 "x\n\n1. > a\n\n   ```\n   b\n\n   c\n   ```\n", "quotes and code in an item");
	MARKDOWN("<p>x<ul><li>a<ol start=5><li>b</ol><li>c<ol start=x><li>d</ol></ul>",
			 "x\n\n- a\n\n  5. b\n- c\n  1. d\n", "list numbers that cannot follow a paragraph");
	MARKDOWN("<pre>a ``` b\n````\n</pre>", "`````\na ``` b\n````\n`````\n", "fences");
	MARKDOWN("<p>x<blockquote><pre>a&#13;b&#13;&#10;c&#x2028;d\xC2\x85"
			 "e&#12;f&#1;\tg</pre></blockquote>",
			 "x\n\n> ```\n> a\n> b\n> c\n> d\n> e f\tg\n> ```\n", "line ends in code");
	MARKDOWN("<pre>a\n``&#1;`\nb</pre>", "````\na\n```\nb\n````\n", "a fence across elements");
	MARKDOWN("<p>x<ul><li><pre>a&#13;```&#13;b</pre></ul>",
			 "x\n\n- ````\n  a\n  ```\n  b\n  ````\n", "fences in an item");
	MARKDOWN("<p>x<table><tr><th>a<th>b<tr><td>1. c<td>*</table><p>y",
			 "x\n\na | b\\\n1\\. c | \\*\n\ny\n", "a table's rows become lines");
	tap_equal_text(article_to_markdown(view_read_all(STR(""))), STR_NONE, "no body");
}

static void
test_pictures(void)
{
	Str page =
		STR("<h1>T</h1><p>a</p><figure><a href='g.jpg'><img src='p_1.jpg' alt='b \"c\" [d]'></a>"
			"<figcaption>Le port. © Anne Dupont</figcaption></figure><p>e</p>");

	html(page,
		 STR("<h2>T</h2>\n<p>a</p>\n<figure><img src=\"https://www.gazette.example/vie/p_1.jpg\" "
			 "alt=\"b &quot;c&quot; [d]\"/><figcaption>Le port. <small>Anne Dupont</small>"
			 "</figcaption></figure>\n<p>e</p>\n"),
		 "an image, and its caption once");
	markdown(page,
			 STR("## T\n\na\n\n![b \"c\" \\[d\\]](https://www.gazette.example/vie/p_1.jpg)\\\n"
				 "*Le port. (Anne Dupont)*\n\ne\n"),
			 "an image in Markdown");
	markdown(
		STR("<h1>T</h1><p>a</p><figure><img src='p.jpg?`' width=640 alt='a\nb `c` &lt;d>'>"
			"<figcaption>`&lt;e></figcaption></figure><p>f</p>"),
		STR("## T\n\na\n\n![a b &#96;c&#96; &lt;d>](https://www.gazette.example/vie/p.jpg?%60)\\\n"
			"*&#96;&lt;e>*\n\nf\n"),
		"markup characters of an image");
}

/* ------------------------------------------------------------------ text */

static void
test_text(void)
{
	TEXT("<h1>a</h1><p>b<h2>c</h2><ul><li>d<li>e</ul>f", "a\nb\n\nc\n- d\n- e\nf", "lines");
	TEXT("<table><tr><td>un<td><b>deux</b> x<tr><td>trois</table><p>quatre<br>cinq</p>six",
		 "un\tdeux x\ntrois\nquatre\ncinq\nsix", "tables and line breaks");
	TEXT("<table><tr><td><td>a<td><tr><td>b<td>c</table>", "\ta\t\nb\tc", "empty cells");
	TEXT("a<pre>\n  b\n    c\n</pre>d", "a\n  b\n    c\nd", "preformatted");
	TEXT("a<p hidden>b<p style='display: none'>c<script>d</script><p>e", "a\ne", "hidden text");
	TEXT("a < b\n\nc & d", "a < b\nc & d", "plain text");
	TEXT("", "", "nothing");
}

#define CODE "<pre><i>from</i> <i>pont</i> <i>import</i> pile\n\n\t<b>pile</b>(4)</pre>"
#define CODE_TEXT "from pont import pile\n\n\tpile(4)"

/*
 * In every view, spaces and line ends between marked-up words are kept, and no hidden text is
 * included.
 */
static void
test_all_views(void)
{
	HTML("<p>x" CODE, "<p>x</p>\n<pre>" CODE_TEXT "</pre>\n", "<pre> as HTML");
	MARKDOWN("<p>x" CODE, "x\n\n```\n" CODE_TEXT "\n```\n", "<pre> as CommonMark");
	TEXT("<p>x" CODE, "x\n" CODE_TEXT, "<pre> as text");
	HTML("<p>un <span hidden>x</span>mot<i style='display:none'><br>y</i></p>", "<p>un mot</p>\n",
		 "hidden words in HTML");
	MARKDOWN("<p>un <span hidden>x</span><b>mot</b>", "un **mot**\n", "hidden words in CommonMark");
	TEXT("<p>un <span hidden>x</span>mot<p><b hidden>y</b><details><summary>s</summary>z</details>"
		 "<dialog>d</dialog>",
		 "un mot\ns", "hidden words in text");
	TEXT("<table><tr><td>un<br>deux<td hidden>x<td>y</table>", "un deux\ty", "cells");
	HTML("<h2>a<a href='#a'>\xC2\xB6</a></h2>", "<h2>a</h2>\n", "a heading's permalink in HTML");
	MARKDOWN("<h2>a<a href='#a'>#</a></h2>", "## a\n", "a heading's permalink in CommonMark");
	HTML("<p>a<span style='display:block'>b</span>c</p>", "<p>a b c</p>\n",
		 "display: block in HTML");
}

#define SHEET(css, body, expected) TEXT("<style>" css "</style>" body, expected, css " " body)

/*
 * What the page's own style sheets hide; selectors that the style-sheet reader does not know hide
 * nothing.
 */
static void
test_sheets(void)
{
	SHEET(".x{display:none}", "<p>a<p class='y x'>b<p class=X>c", "a\nc");
	SHEET("#x, .y b { color: red; display : none }", "<p id=x>a<p class=y>b<b>c</b><p><b>d</b>",
		  "b\nd");
	SHEET("div > p.x{visibility:hidden}", "<div><p class=x>a<b>b</b></div><p class=x>c", "c");
	SHEET(".x{visibility:hidden}.y{visibility:visible}", "<p class=x>a<b class=y>b</b>", "b");
	SHEET(".x{display:none}p.x{display:block}", "<p class=x>a<div class=x>b</div>", "a");
	SHEET(".x{display:none!important}p.x{display:block}", "<p class=x>a<p>b", "b");
	SHEET(".x{display:none}.x{display:flex}", "<p class=x>a", "a");
	SHEET(".x{display:none}", "<p class=x style='display:block'>a", "a");
	SHEET("/* .x{} */ .y{display:none}", "<p class=x>a<p class=y>b", "a");
	SHEET("@media print{.x{display:none}}", "<p class=x>a", "a");
	SHEET("@media screen and (min-width:600px){.x{display:none}}", "<p class=x>a<p>b", "b");
	SHEET("@media (max-width: 40em){.x{display:none}}", "<p class=x>a", "a");
	SHEET(".x{display:none}@media (min-width:64em){.md\\:x{display:block}}", "<p class='x md:x'>a",
		  "a");
	SHEET("@keyframes x{from{display:none}}@font-face{}.y{display:none}", "<p>a<p class=y>b", "a");
	SHEET("p:not(.x){display:none}", "<p>a", "a");
	SHEET("p:hover,p[lang]{display:none}", "<p lang=fr>a", "a");
	SHEET(".x{display:none}.x:not(.y){display:block}", "<p class=x>a", "a");
	SHEET("body.x .y{display:none}", "<body class=x><p class=y>a<p>b", "b");
	SHEET(".x{display:none", "<p class=x>a<p>b", "b");
	SHEET("p{display:none}", "<p>a<div>b", "b");
	TEXT("<style "
		 "media=print>p{display:none}</style><noscript><style>p{display:none}</style></"
		 "noscript><p>a",
		 "a", "style sheets for other media");
	HTML("<style>.x{display:none}</style><p>a<p class=x>b", "<p>a</p>\n<p>b</p>\n",
		 "the body is chosen without style sheets");
	TEXT("<p>a <select><option>b<option>c</select>d", "a\nb\nc\nd", "options of a <select>");
	TEXT("<noscript><div></noscript><p>a", "a", "an open element in <noscript>");
	TEXT("<table><tr><td>a<noscript></table></noscript><td>b</table>", "a\tb",
		 "an end tag in <noscript>");
}

void
test_views(void)
{
	test_sheets();
	test_all_views();
	test_html_inline();
	test_html_links();
	test_html_blocks();
	test_html_characters();
	test_html_rows();
	test_markdown_escapes();
	test_markdown_controls();
	test_markdown_addresses();
	test_markdown_inline();
	test_markdown_blocks();
	test_pictures();
	test_text();
}
