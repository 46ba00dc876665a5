/*
 * test_block.c
 *	  blocks_read(): how a page is cut into blocks, and how its text is joined as a browser shows
 *	  it.
 */
#include "tap.h"

#include "base/array.h"
#include "article/reader.h"
#include "french/lexicon.h"

static const ArticleOptions no_options = {.known_word = lexicon_has};

static Reader
read_blocks(Str source)
{
	Reader reader;

	memset(&reader, 0, sizeof(reader));
	reader.arena = &tap_arena;
	reader.options = &no_options;
	page_parse(&reader.page, &tap_arena, source, &no_options.page);
	blocks_read(&reader);
	return reader;
}

static Reader
blocks_of(const char *source)
{
	return read_blocks(str_cstr(source));
}

/* Returns the blocks as one text: a letter for the kind, then the text in brackets. */
static Str
cut(const char *source)
{
	static const char kinds[] = "pHlqtP#d";
	Reader reader = blocks_of(source);
	StrBuf out;

	strbuf_init(&out, &tap_arena);
	for (uint32_t i = 0; i < reader.blocks.count; i++)
	{
		strbuf_add_char(&out, kinds[reader.blocks.items[i].kind]);
		strbuf_add_char(&out, '[');
		strbuf_add(&out, reader.blocks.items[i].text);
		strbuf_add_char(&out, ']');
	}
	return strbuf_str(&out);
}

static void
test_joins(void)
{
	static const char *const cases[][2] = {
		{"<p>un<b>gras</b>ni, <i>a</i> <u>b</u></p>", "p[ungrasni, a b]"},
		{"<p>a <b> b </b> c</p>", "p[a b c]"},
		{"<p>a<!-- x -->b</p>", "p[ab]"},
		{"<p><span>a</span>\n<span>b</span></p>", "p[a b]"},
		{"<p>a&nbsp;: b&nbsp;&nbsp;c</p>", "p[a : b c]"},
		{"<p>a<br>b<br/> c</p>", "p[a\nb\nc]"},
		{"<p>a<br><br>b</p>", "p[a]p[b]"},
		{"<b>a</b><br>b<br>c <font>d</font><br>e", "p[a\nb\nc d\ne]"},
		{"<font>a <b>b</b></font> <br>c", "p[a b]p[c]"},
		{"<p>a<wbr>b&shy;c</p>", "p[abc]"},
		{"<p>a <img src=x> b</p>", "p[a b]"},
		{"<p><b>a</b><script>x</script>b</p>", "p[ab]"},
		{"<p>  \n </p><p>&nbsp;</p>", ""},
		{"<p>&#8203;</p><p>&zwj;&shy;</p>", ""},
		{"<h2><span>Culture</span><span>The jetty</span></h2>", "H[Culture The jetty]"},
		{"<h2><span><span>Culture :</span>Un ponton</span></h2>", "H[Culture : Un ponton]"},
		{"<p><span>L</span><span>e lac</span></p>", "p[Le lac]"},
		{"<p>H<sub>2</sub><b>O</b></p>", "p[H2O]"},
		{"<p>You<b>Tube</b></p>", "p[YouTube]"},
		{"<pre>a\n  b\n</pre>", "P[a\n  b]"},
		{"<ruby>\xE6\xBC\xA2<rt>kan</rt></ruby>\xE5\xAD\x97", "p[\xE6\xBC\xA2\xE5\xAD\x97]"},
		{"a<select><option>x</select>b<noscript>y</noscript>c", "p[a bc]"},
	};

	for (size_t i = 0; i < lengthof(cases); i++)
		tap_equal_text(cut(cases[i][0]), str_cstr(cases[i][1]), cases[i][0]);
}

/* White space of <pre> is text, whatever markup is around the words. */
static void
test_pre(void)
{
	static const char *const cases[][2] = {
		{"<pre><i>from</i> <i>pont</i> <i>import</i> pile\n\n<i>pile</i>(4)</pre>",
		 "P[from pont import pile\n\npile(4)]"},
		{"<pre>\n<b>a</b>\n\t<b>b</b>\t<b>c</b>\n</pre>", "P[a\n\tb\tc]"},
		{"<pre>\n\n  a</pre>", "P[  a]"},
		{"<pre>\r\n  a</pre>", "P[  a]"},
		{"<pre><i>get</i><i>Name</i></pre>", "P[getName]"},
		{"<pre>a<br>b<span hidden>c</span></pre>", "P[a\nb]"},
		{"<pre> \n </pre><p>a</p>", "p[a]"},
		{"<p><i>a</i> <i>b</i></p>", "p[a b]"},
	};

	for (size_t i = 0; i < lengthof(cases); i++)
		tap_equal_text(cut(cases[i][0]), str_cstr(cases[i][1]), cases[i][0]);
}

/*
 * Text that a style sets on a line of its own is separate from the word before it; hidden text is
 * not part of the text.
 */
static void
test_styles(void)
{
	static const char *const cases[][2] = {
		{"<p>a<span style='display:block'>b</span>c</p>", "p[a b c]"},
		{"<p>a<b style='color:red; DISPLAY : Flex !important'>b</b><i>c</i></p>", "p[a b c]"},
		{"<p>a<b style='display:inline-block'>b</b><wbr>c</p>", "p[abc]"},
		{"<p><span style='float:left;display:block'>L</span>es quais</p>", "p[Les quais]"},
		{"<p>a<span style='--display:block'>b</span></p>", "p[ab]"},
		{"<p>un <span hidden>x </span>mot</p>", "p[un mot]"},
		{"<p>un <span hidden>texte qui attend un script</span>mot</p>",
		 "p[un texte qui attend un scriptmot]"},
		{"<p>un <a style='display: none;' href=x>x</a>mot</p>", "p[un mot]"},
		{"<p>un<i style='visibility:hidden'>x<b style='visibility:visible'>y</b></i></p>",
		 "p[uny]"},
		{"<p><span hidden>x</span>un mot</p>", "p[x]p[un mot]"},
		{"<p>un<span hidden><br><br>x</span> mot</p>", "p[un mot]"},
		{"<p>un <span aria-hidden=true>mot</span></p>", "p[un mot]"},
		{"<table><tr><td hidden>x<td>a<td>b</table>", "t[a | b]"},
		{"<table><tr><td>un<br>deux<td>b</table>", "t[un deux | b]"},
	};

	for (size_t i = 0; i < lengthof(cases); i++)
		tap_equal_text(cut(cases[i][0]), str_cstr(cases[i][1]), cases[i][0]);
}

/* Is the first text of a page hidden? */
static bool
first_hidden(const char *source)
{
	Reader reader = blocks_of(source);

	return (reader.page.nodes[reader.blocks.items[0].first].flags & NODE_HIDDEN) != 0;
}

static void
test_hidden(void)
{
	static const char *const hidden[] = {
		"<p hidden>a",
		"<p style='visibility:hidden'>a",
		"<div style='visibility: collapse'><p>a",
		"<div style='visibility:hidden'><p style='display:none'><b style='visibility:visible'>a",
		"<dialog><p>a",
		"<details><p>a",
		"<div hidden><details><summary>a",
	};
	static const char *const shown[] = {
		"<p hidden=until-found>a",
		"<p aria-hidden=true>a",
		"<div style='visibility:hidden'><p style='visibility:visible'>a",
		"<dialog open><p>a",
		"<details open><p>a",
		"<details><summary>a",
		"<details><summary><b>a",
		"<p style='display:none;display:block'>a",
		"<p style='display:block!important;display:none'>a",
	};

	for (size_t i = 0; i < lengthof(hidden); i++)
		tap_ok(first_hidden(hidden[i]), hidden[i]);
	for (size_t i = 0; i < lengthof(shown); i++)
		tap_ok(!first_hidden(shown[i]), shown[i]);
}

static void
test_permalinks(void)
{
	static const char *const cases[][2] = {
		{"<h2>La suite<a class=anchor href='#s'>#</a></h2>", "H[La suite]"},
		{"<h2><a href='#s'> \xC2\xB6 </a>La suite</h2>", "H[La suite]"},
		{"<h2>La suite <a href='/s'>#</a></h2>", "H[La suite #]"},
		{"<p>La note <a href='#n1'>1</a></p>", "p[La note 1]"},
		{"<p>Un <a href='#n1'>#ponton</a></p>", "p[Un #ponton]"},
	};

	for (size_t i = 0; i < lengthof(cases); i++)
		tap_equal_text(cut(cases[i][0]), str_cstr(cases[i][1]), cases[i][0]);
}

static void
test_kinds(void)
{
	static const char *const cases[][2] = {
		{"a<div>b</div>c", "p[a]p[b]p[c]"},
		{"<h1>a</h1><h3><a href=x>b</a></h3>", "H[a]H[b]"},
		{"<ul><li>a<li><p>b</p><p>c</p></ul>", "l[a]l[b]l[c]"},
		{"<blockquote><p>a</p>b</blockquote>", "q[a]q[b]"},
		{"<figure><img><figcaption>a</figcaption></figure>", "#[a]"},
		{"<dl><dt>a<dd>b</dl>", "d[a]p[b]"},
		{"<table><tr><td>a<td><b>b</b> c</table>", "t[a | b c]"},
		{"<table><tr><td>a</table>", "p[a]"},
		{"<table><tr><td><div>a</div><td>b</table>", "t[a | b]"},
		{"<table><caption>a</caption><tr><th>b<th>c<tr><td>1<td>2</table>", "#[a]t[b | c]t[1 | 2]"},
		{"<section>a<article>b</article></section>", "p[a]p[b]"},
	};

	for (size_t i = 0; i < lengthof(cases); i++)
		tap_equal_text(cut(cases[i][0]), str_cstr(cases[i][1]), cases[i][0]);
}

static void
test_plain(void)
{
	tap_equal_text(cut("Un\nDeux\n\nTrois"), STR("p[Un]p[Deux]p[Trois]"), "a line is a block");
	tap_equal_text(cut("Les lignes de ce paragraphe ont la largeur\nqu'un programme leur a "
					   "donnée, et la\ndernière est courte.\n\nUn autre."),
				   STR("p[Les lignes de ce paragraphe ont la largeur qu'un programme leur a "
					   "donnée, et la dernière est courte.]p[Un autre.]"),
				   "wrapped lines are joined");
	tap_equal_text(
		cut("Le programme qui a lu cette page coupe\n"
			"ses lignes et n'en laisse aucune blan-\n"
			"che entre deux paragraphes.\n"
			"Une ligne courte est donc la fin du pre-\n"
			"mier, et c'est ce que dit aussi la porte-\n"
			"parole du port, que l'on voit de Saint-\n"
			"Malo."),
		STR("p[Le programme qui a lu cette page coupe ses lignes et n'en laisse aucune "
			"blanche entre deux paragraphes.]p[Une ligne courte est donc la fin du "
			"premier, et c'est ce que dit aussi la porte-parole du port, que l'on voit de "
			"Saint-Malo.]"),
		"a short line ends a paragraph; a hyphen goes unless it is the word's own");
	tap_equal_text(cut("Порт города будет закрыт на две недели в\nапреле."),
				   STR("p[Порт города будет закрыт на две недели в апреле.]"),
				   "the width is one of characters, not of bytes");
	tap_equal_text(cut("Une page d'accueil qui tient en peu de mots\nMétéo\nUn autre titre\n"
					   "Le port reçoit son plus gros navire\nSports"),
				   STR("p[Une page d'accueil qui tient en peu de mots]p[Météo]p[Un autre titre]"
					   "p[Le port reçoit son plus gros navire]p[Sports]"),
				   "lines of different lengths were not wrapped");
	tap_equal_text(cut("Le maire a répondu à <elu@exemple.fr> hier.\nUne ligne\nUne autre\nTrois\n"
					   "Quatre\nCinq\nSix\nSept"),
				   STR("p[Le maire a répondu à]p[hier.]p[Une ligne]p[Une autre]p[Trois]p[Quatre]"
					   "p[Cinq]p[Six]p[Sept]"),
				   "an address in angle brackets does not make a text markup");
	tap_equal_text(cut("2 < 3 et 4 > 1"), STR("p[2 < 3 et 4 > 1]"), "signs are no tags");
}

static void
test_links(void)
{
	Reader reader = blocks_of("<p>abc <a href=x>def</a> <a href=y>gh</a></p>"
							  "<a href=z><div>ijk</div>lm</a><p>n</p>");
	const Block *blocks = reader.blocks.items;

	tap_equal_int(blocks[0].chars, 10, "characters");
	tap_equal_int(blocks[0].link_chars, 5, "… of these in links");
	tap_equal_int(blocks[1].link_chars, 3, "a block inside a link");
	tap_equal_int(blocks[2].link_chars, 2, "the rest of the link");
	tap_equal_int(blocks[3].link_chars, 0, "after the link");
	tap_equal_int(blocks_of("<p>\xC3\xA9t\xC3\xA9").blocks.items[0].chars, 3, "code points");
}

static Str
repeated(const char *piece, size_t n)
{
	StrBuf buf;

	strbuf_init(&buf, &tap_arena);
	while (n-- > 0)
		strbuf_add(&buf, str_cstr(piece));
	return strbuf_str(&buf);
}

/* The number of blocks is bounded by the size of the page, and no word is lost. */
static void
test_bounds(void)
{
	Str lines = repeated("Une ligne de la page.\n", 100000);
	Str flood = repeated("<p>a", 20000);
	Reader reader = read_blocks(flood);
	uint32_t letters = 0;

	for (uint32_t i = 0; i < reader.blocks.count; i++)
		for (uint32_t k = 0; k < reader.blocks.items[i].text.len; k++)
			letters += reader.blocks.items[i].text.data[k] == 'a';
	tap_ok(reader.blocks.count < 10000, "tiny blocks are run together where there are very many");
	tap_equal_int(letters, 20000, "and keep all their words");
	reader = read_blocks(lines);
	tap_ok(reader.blocks.count > 10000, "lines are blocks on a page of megabytes, too");
}

void
test_block(void)
{
	test_joins();
	test_pre();
	test_styles();
	test_hidden();
	test_permalinks();
	test_kinds();
	test_plain();
	test_links();
	test_bounds();
}
