/*
 * test_media.c
 *	  The images of an article, their captions, and the embeds.
 */
#include "tap.h"
#include "view.h"

#define PROSE                                                                                      \
	"<p>Le conseil municipal a voté hier soir, à main levée, la construction d'un ponton de "   \
	"quarante mètres au pied de la halle, là où accostaient les barques des pêcheurs.</p>"

/* Reads a page with markup between its title and its text, and within its text. */
static Reader *
read_page(const char *before, const char *within)
{
	StrBuf html;

	strbuf_init(&html, &tap_arena);
	strbuf_add(&html,
			   STR("<html lang=fr><title>Un ponton pour le lac</title><body><img src='/logo.png'>"
				   "<article><h1>Un ponton pour le lac</h1>"));
	strbuf_add(&html, str_cstr(before));
	strbuf_add(&html,
			   STR(PROSE
				   "<p>Les travaux doivent commencer à l'automne, une fois les cygnes partis, "
				   "et durer trois mois si le niveau du lac le permet.</p>"));
	strbuf_add(&html, str_cstr(within));
	strbuf_add(&html,
			   STR("<p>« Nous attendions cela depuis vingt ans », a réagi la présidente du club "
				   "d'aviron, présente dans le public avec une vingtaine de rameurs.</p></article>"
				   "<ul class=related><li><a href='/a'><img src='/teaser.jpg'>Autre</a></ul>"));
	return view_read(strbuf_str(&html));
}

static void
add_line(StrBuf *lines, Str text)
{
	strbuf_add(lines, text.data != NULL ? text : STR("-"));
	strbuf_add_char(lines, '|');
}

/* Compares the images, as "url|caption|credit|alt|" lines. */
static void
check(const char *before, const char *within, const char *expected, const char *name)
{
	const Article *article = &read_page(before, within)->article;
	StrBuf lines;

	strbuf_init(&lines, &tap_arena);
	for (uint32_t i = 0; i < article->nimages; i++)
	{
		add_line(&lines, article->images[i].url);
		add_line(&lines, article->images[i].caption);
		add_line(&lines, article->images[i].credit);
		add_line(&lines, article->images[i].alt);
		strbuf_add_char(&lines, '\n');
	}
	tap_equal_text(strbuf_str(&lines), str_cstr(expected), name);
}

#define AT "https://www.gazette.example/vie/"

static void
test_sources(void)
{
	check("", "", "", "no image");
	check("<img src='a.jpg' alt=' Le  lac '>", "<p><img src='b.jpg'></p>",
		  AT "a.jpg|-|-|Le lac|\n" AT "b.jpg|-|-|-|\n", "before and within the text");
	check("<img src='data:image/gif;base64,AA' data-src='a.jpg'><noscript><img "
		  "src='a.jpg'></noscript>",
		  "", AT "a.jpg|-|-|-|\n", "lazy-loaded images");
	check("<img src=s.jpg srcset='s.jpg 300w, l,1.jpg 1200w, m.jpg 600w'>", "",
		  AT "l,1.jpg|-|-|-|\n", "the largest of a srcset");
	check("<img srcset='s.jpg, l.jpg 2x,'>", "", AT "l.jpg|-|-|-|\n", "a srcset by density");
	check("<picture><source srcset='a.webp 600w'><img alt=x src='data:,'></picture>", "",
		  AT "a.webp|-|-|x|\n", "<picture>");
	check("<amp-img src='a.jpg?w=1' width=600 height=400></amp-img>", "", AT "a.jpg?w=1|-|-|-|\n",
		  "custom elements");
	check("<img src=a.jpg><img src='a.jpg#x'>", "<img src='a.jpg?utm_source=x'>",
		  AT "a.jpg|-|-|-|\n", "each image once");
	check("<img src='data:,' data-late-photo='a.jpg?w=2' data-id='7'><img src='/lazy.gif' "
		  "data-hi=' b.png '>",
		  "<img src='c.jpg' data-zoom='d.jpg'>",
		  AT "a.jpg?w=2|-|-|-|\n" AT "b.png|-|-|-|\n" AT "c.jpg|-|-|-|\n",
		  "attributes of any name, for images that load late");
	check("<span><img src='data:,'><noscript><img src='a.jpg' alt=x></noscript></span>",
		  "<noscript><img src='//c.example/pixel.jpg'></noscript>", AT "a.jpg|-|-|x|\n",
		  "<noscript> beside an image without an address");
	check("<a href='a.jpg'><img src='a-300x200.jpg'></a><img src='a.jpg'>", "<img src='b-2x4.jpg'>",
		  AT "a-300x200.jpg|-|-|-|\n" AT "b-2x4.jpg|-|-|-|\n", "one image in two sizes");
}

static void
test_adornments(void)
{
	check("<img src='p.gif' width=1 height=1><img src='f.png' width=16><img src='t.jpg' height=50>",
		  "", "", "small images are left out");
	check("<img src='logo-gazette.png'><img src='spacer.gif'><img src='x.svg'>", "", "",
		  "logos and placeholders are left out");
	check("<div class=share><img src='a.jpg'></div><p class='author-box'><img src='b.jpg'></p>",
		  "<aside class='related'><img src='c.jpg'></aside>"
		  "<a href='/vie/d-123456'><img src='d.jpg'><h3>Les cygnes sont revenus</h3></a>",
		  "", "buttons, portraits and teasers are left out");
	check("<div hidden><img src='a.jpg'></div>", "", "", "hidden images are left out");
}

static void
test_captions(void)
{
	check("<figure><img src=a.jpg><figcaption>Le futur ponton. © Anne Dupont</figcaption></figure>",
		  "", AT "a.jpg|Le futur ponton.|Anne Dupont|-|\n", "a mark separates caption and credit");
	check("<figure><img src=a.jpg><figcaption>© AFP</figcaption></figure>",
		  "<figure><img src=b.jpg><figcaption>Le lac (Photo : Anne Dupont)</figcaption></figure>",
		  AT "a.jpg|-|AFP|-|\n" AT "b.jpg|Le lac|Anne Dupont|-|\n", "credit alone; in parentheses");
	check("<figure><img src=a.jpg><figcaption><span>Le lac</span><span class='photo-credit'>Crédit "
		  ": Anne "
		  "Dupont/Agence</span></figcaption></figure>",
		  "", AT "a.jpg|Le lac|Anne Dupont/Agence|-|\n", "an element with the credit");
	check("<div><img src=a.jpg><p class='legende'>Le lac en hiver. Photo Anne Dupont</p></div>", "",
		  AT "a.jpg|Le lac en hiver.|Anne Dupont|-|\n", "an element with a caption class");
	check("<figure><img src=a.jpg><figcaption>Le lac (Anne Dupont/Agence)</figcaption></figure>",
		  "", AT "a.jpg|Le lac|Anne Dupont/Agence|-|\n", "names in parentheses");
	check("<figure><img src=a.jpg></figure>",
		  "<figure><img src=b.jpg><figcaption>B</figcaption></figure>",
		  AT "a.jpg|-|-|-|\n" AT "b.jpg|B|-|-|\n", "each image has its own caption");
	check("<div><figure><img src=a.jpg><figcaption>A</figcaption></figure><p>Ici. <img "
		  "src=b.jpg></p></div><div class=photo><div><img src=c.jpg></div><p "
		  "class=legende>C</p></div>",
		  "", AT "a.jpg|A|-|-|\n" AT "b.jpg|-|-|-|\n" AT "c.jpg|C|-|-|\n",
		  "a caption belongs to the image beside it");
}

static void
test_embeds(void)
{
	const Reader *reader =
		read_page("<iframe src='//video.example/embed/1'></iframe>",
				  "<iframe data-src='https://carte.example/2'></iframe><iframe "
				  "src='//pixel.example' width=1></iframe>"
				  "<blockquote class='twitter-tweet'><p>Bravo <a href='//t.example/x'>x</a></p><a "
				  "href='https://t.example/status/3'>28 décembre</a></blockquote>"
				  "<video><source src='film.mp4'></video><div class=ads><iframe "
				  "src='//regie.example/'></iframe></div>"
				  "<iframe src='javascript:x'></iframe>");
	static const char *const expected[] = {"https://video.example/embed/1",
										   "https://carte.example/2", "https://t.example/status/3",
										   AT "film.mp4"};
	const StrList *embeds = &reader->article.embeds;

	tap_equal_int(embeds->count, 4, "embeds");
	for (uint32_t i = 0; i < embeds->count && i < 4; i++)
		tap_equal_text(embeds->items[i], str_cstr(expected[i]), expected[i]);
}

/* A page whose address nobody knows keeps what it says. */
static void
test_nowhere(void)
{
	const StrList *embeds =
		&view_read_nowhere(STR("<h1>Épisode trois</h1><audio src='/p/3.mp3'></audio>" PROSE PROSE
							   "<audio src='data:x'></audio>"))
			 ->article.embeds;

	tap_equal_int(embeds->count, 1, "a reference that nothing resolves");
	if (embeds->count == 1)
		tap_equal(embeds->items[0], "/p/3.mp3", "... is an embed as it is");
}

void
test_media(void)
{
	test_nowhere();
	test_sources();
	test_adornments();
	test_captions();
	test_embeds();
}
