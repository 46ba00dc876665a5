/*
 * test_document.c
 *	  Stored documents: compressed and framed bytes are opened, what is not a page is named, and
 *	  every page stays one.
 */
#include "tap.h"

#include <zlib.h>

#include "base/array.h"
#include "html/document.h"

/* A Str of literal bytes, NULs included. */
#define BYTES(literal)                                                                             \
	{                                                                                              \
		(literal), sizeof(literal) - 1                                                             \
	}

#define GZIP (MAX_WBITS + 16)
#define ZLIB MAX_WBITS

#define PAGE "<!DOCTYPE html><title>Le phare</title><p>La mer monte depuis hier soir au port."

static Document
opened(Str bytes, const char *content_type, bool is_text)
{
	DocumentOptions options = {
		.is_text = is_text, .content_type = str_cstr(content_type), .size_limit = 1024 * 1024};
	Document document;

	tap_ok(document_open(&document, &tap_arena, bytes, &options) == DOCUMENT_OPEN, "opens");
	return document;
}

/* ------------------------------------------------------------------ pages, and other documents */

static const struct
{
	Str bytes;
	const char *content_type;
	const char *not_a_page; /* NULL: a page */
	const char *name;
} documents[] = {
	{BYTES("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR"), NULL, "image/png", "an image"},
	{BYTES("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR"), "text/html", "image/png", "... declared as HTML"},
	{BYTES("RIFF\x24\0\0\0WEBPVP8 "), NULL, "image/webp", "WebP"},
	{BYTES("GIF89a\1\0\1\0\x80\0\0"), NULL, "image/gif", "GIF"},
	{BYTES("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"), NULL, "application/pdf", "PDF"},
	{BYTES("wOF2\0\1\0\0\0\0\x12\x34"), NULL, "font/woff2", "a font"},
	{BYTES("\x7F"
		   "ELF\2\1\1\0\0\0"),
	 NULL, "application/x-elf", "a program"},
	{BYTES("\x28\xB5\x2F\xFD\x04\x58"), NULL, "application/zstd", "zstd"},
	{BYTES("\0\0\0\x18"
		   "ftypmp42\0\0\0\0"),
	 NULL, "video/mp4", "film"},
	{BYTES("\xA1\x04\xF3\x11\x92\x1E\x07\xD4\x55\xEE\x10\x9A\x02\xC7\x5B\x13"), NULL, "binary",
	 "bytes of no known kind"},
	{BYTES("\0\0\0\0\0\0\0\0"), NULL, "binary", "only NULs"},
	{BYTES("\\x3c68746d6c3e3c703e4c6120"), NULL, "hex", "bytea as text"},
	{BYTES("0x3C68746D6C3E3C703E4C6120"), NULL, "hex", "... as in another server's format"},
	{BYTES("PGh0bWw+PHA+TGEgbWVyIG1vbnRlIGRlcHVpcyBoaWVyIHNvaXIgYXUgcG9ydC48\n"
		   "L3A+PHA+TGUgcGhhcmUgZXN0IGZlcm3pLjwvcD48L2h0bWw+\n"),
	 NULL, "base64", "base64 in lines"},
	{BYTES("data:text/html;base64,PGh0bWw+"), NULL, "base64", "a data URL with a page"},
	{BYTES("&lt;html&gt;&lt;p&gt;La mer monte.&lt;/p&gt;&lt;/html&gt;"), NULL, "escaped",
	 "markup escaped for HTML"},
	{BYTES("\\u003chtml\\u003e\\u003cp\\u003eLa mer monte.\\u003c/p\\u003e"), NULL, "escaped",
	 "... for JavaScript"},
	{BYTES("\"<!DOCTYPE html>\\n<html><p class=\\\"a\\\">La mer monte.<\\/p>\""), NULL, "escaped",
	 "... as a string of JSON"},
	{BYTES("%3Chtml%3E%3Cp%3ELa%20mer%20monte.%3C%2Fp%3E"), NULL, "escaped", "... for a URL"},
	{BYTES("{\"title\": \"Le phare\", \"pages\": [1, 2, {\"a\": null}]}"), NULL, "json", "JSON"},
	{BYTES("[{\"titre\": \"Le phare\", \"corps\": \"<p>La mer monte"), NULL, "json",
	 "... truncated"},
	{BYTES(")]}'\n[[\"a\", 1], [\"b\", 2]]"), NULL, "json", "... with a guard prefix"},
	{BYTES("{\"a\": 1}\n{\"a\": 2}\n"), NULL, "json", "... one value per line"},
	{BYTES("{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": []}"), NULL, "feed",
	 "a JSON Feed"},
	{BYTES("<?xml version=\"1.0\"?><rss><channel><item><title>Un</title></item>"
		   "<item><title>Deux</title></item></channel></rss>"),
	 NULL, "feed", "RSS"},
	{BYTES("<feed xmlns='http://www.w3.org/2005/Atom'><entry><a/></entry><entry/></feed>"), NULL,
	 "feed", "Atom"},
	{BYTES(
		 "<?xml version='1.0'?><!-- x --><urlset><url><loc>http://a.example/</loc></url></urlset>"),
	 NULL, "feed", "a sitemap"},
	{BYTES("<svg xmlns='http://www.w3.org/2000/svg'><text>La mer monte.</text></svg>"), NULL,
	 "image/svg+xml", "an SVG drawing"},
	{BYTES("body{margin:0;color:#333}.titre{font:bold 12px/1.2 Arial,sans-serif}"), NULL, "css",
	 "a style sheet, minified"},
	{BYTES("@charset \"utf-8\";\n/* Les pages du port */\nbody {\n  margin: 0;\n  color: red;\n}\n"
		   "a:hover {\n  text-decoration: none;\n}\n"),
	 NULL, "css", "... formatted"},
	{BYTES("!function(e,t){\"use strict\";var n=e.document;t.ready=function(){return "
		   "n.body}}(this,{});"),
	 NULL, "javascript", "a script, minified"},
	{BYTES("// Licence MIT: this file is free for all to use and to change\nconst port = () => {\n"
		   "  return window.location;\n};\nexport default port;\n"),
	 NULL, "javascript", "... formatted"},
	{BYTES("callback({\"a\": 1, \"b\": [1, 2]});"), NULL, "javascript", "a call around data"},
	{BYTES("#include \"port.h\"\n\nint\nhauteur(int heure)\n{\n\treturn mer[heure % 12];\n}\n"),
	 NULL, "code", "a program in C"},
	{BYTES(
		 "from port import ouvre\n\nhauteur = {}\nfor heure in range(12):\n"
		 "    hauteur[heure] = ouvre(heure)\n    total += hauteur[heure]\nprint(hauteur['min'])\n"),
	 NULL, "code", "... in Python"},
	{BYTES("name: phare\nservices:\n  web:\n    image: port/web:1.2\n    restart: always\n"
		   "  base:\n    image: port/base:3\n    volumes:\n      - donnees:/var/lib/base\n"),
	 NULL, "code", "settings in YAML"},
	{BYTES(
		 "; les marées\n[port]\nnom = Brest\nheure=12\nsource = /srv/marees\n[phare]\nfeu=blanc\n"),
	 NULL, "code", "... in an ini file"},
	{BYTES("--- a/port.c\n+++ b/port.c\n@@ -1,4 +1,4 @@\n int\n main(void)\n-\treturn mer();\n"
		   "+\treturn mer(2);\n }\n"),
	 NULL, "code", "a patch"},
	{BYTES("<?php\n$port = new Port('Brest');\n$port->ouvre();\necho $port->heure(12);\n"), NULL,
	 "code", "PHP without markup"},
	{BYTES("nom,heure,hauteur\nBrest,04:12,6.9\nSein,04:01,6.1\nMolène,04:05,6.3\nOuessant,03:58,6."
		   "2\n"),
	 NULL, "csv", "a table with commas"},
	{BYTES("nom\theure\thauteur\nBrest\t04:12\t6,9\nSein\t04:01\t6,1\nMolène\t04:05\t6,3\n"
		   "Ouessant\t03:58\t6,2\n"),
	 NULL, "csv", "... with tabs"},
	{BYTES("La mer monte."), "image/png", "image/png", "a content type that is not a page's"},
	{BYTES("La mer monte."), "Application/PDF; x=y", "application/pdf", "... in other case"},
	{BYTES("La mer monte."), "text/css", "css", "... by its short name"},

	{BYTES(""), NULL, NULL, "nothing at all"},
	{BYTES(PAGE), NULL, NULL, "a page"},
	{BYTES(PAGE), "application/octet-stream", NULL, "... of unknown type"},
	{BYTES(PAGE), "image/png", NULL, "... with a wrong type"},
	{BYTES(PAGE), "utf-8", NULL, "... with an invalid type"},
	{BYTES("\0" PAGE), NULL, NULL, "a NUL before a page"},
	{BYTES("\0La mer monte depuis hier soir."), NULL, NULL, "... before a text"},
	{BYTES("<p>La mer\0\1\2\3\4\5\6 monte"), NULL, NULL, "control characters in a page"},
	{BYTES("La mer monte depuis hier soir.\nLe phare est ferm\xE9.\n"), "text/plain", NULL,
	 "plain text"},
	{BYTES("La mer monte depuis hier soir\x02 au port."), NULL, NULL, "... with a stray control"},
	{BYTES("\xFF\xFE<\0p\0>\0L\0a\0 \0m\0e\0r\0"), NULL, NULL, "UTF-16"},
	{BYTES("L\0a\0 \0m\0e\0r\0 \0m\0o\0n\0t\0e\0.\0"), NULL, NULL, "... without its mark"},
	{BYTES("<?xml version='1.0'?><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'><p>La "
		   "mer"),
	 "application/xhtml+xml", NULL, "XHTML"},
	{BYTES("<item><title>Le phare</title><description>La mer monte.</description></item>"), NULL,
	 NULL, "one entry of a feed"},
	{BYTES("<rss><channel><title>Port</title><item><title>Le phare</title></item></channel></rss>"),
	 "application/rss+xml", NULL, "a feed of one entry"},
	{BYTES("<p>&lt;html&gt; est le premier mot d'une page, &lt;/html&gt; le dernier."), NULL, NULL,
	 "a page about markup"},
	{BYTES("&lt;b&gt; est un mot du langage HTML."), NULL, NULL, "a text that shows a tag"},
	{BYTES("Tarte aux pommes\n\nCuisson : 35 min\nPour : 6 personnes\n\n- 6 pommes ;\n- 200 g de "
		   "farine ;\n"
		   "- 1 œuf.\n\nÉplucher les pommes.\nEnfourner."),
	 NULL, NULL, "a recipe"},
	{BYTES("Lens - Metz : 2-1\nNice - Brest : 0-0\nLyon - Paris : 1-3\nLille - Nantes : 2-2\n"),
	 NULL, NULL, "results"},
	{BYTES("Ligne 4 : Gare - Port\n6h10 6h40 7h10\n8h10 8h40 9h10\n10h10 10h40 11h10\n"), NULL,
	 NULL, "a timetable"},
	{BYTES("Q: Why did you leave?\nA: I was tired.\nQ: And now?\nA: I write books.\n"), NULL, NULL,
	 "an interview"},
	{BYTES(
		 "titre: Le phare\ndate: 12 mars\nauteur: Anne Vidal\n\nLe phare a rouvert ce matin devant "
		 "une foule nombreuse."),
	 NULL, NULL, "a text with its own fields"},
	{BYTES("@mairie_brest Le phare rouvre ! #brest\n@anne_vidal Enfin :)\n@port_brest Venez "
		   "http://port.example/a/b\n"),
	 NULL, NULL, "messages with names and addresses"},
	{BYTES("Mairie, 2 rue du Port, Brest\nPoste, 5 rue de Siam, Brest\nGare, place Nord, Brest\n"
		   "Criée, quai Nord, Brest\nMusée, 1 cours Dajot, Brest\n"),
	 NULL, NULL, "postal addresses"},
	{BYTES("Le nouveau port s'ouvre par une commande que voici, et que chacun peut essayer chez "
		   "soi.\n\n"
		   "$ apt-get install port\n$ port --ouvre /dev/mer\nport.heure = 12;\nport.ouvre();\n\n"
		   "Elle répond par l'heure de la marée suivante, que l'on peut aussi lire dans le "
		   "journal.\n"),
	 NULL, NULL, "an article that shows commands"},
	{BYTES("灯台が今朝、再び開館した。市長は、修復には三年かかったと述べた。\n最初の客は九時に塔に"
		   "上った。"),
	 NULL, NULL, "a text in Japanese"},
	{BYTES("[1] La mer monte depuis hier soir. [2] Le phare est fermé."), NULL, NULL,
	 "a text with notes"},
	{BYTES("[\"La mer monte\", dit-il, \"et le phare est fermé\"]"), NULL, NULL, "a quotation"},
	{BYTES("\"La mer monte\", dit-il.\n\"Elle descendra.\""), NULL, NULL, "... at both ends"},
	{BYTES("x^2 + y^2 = z^2 : le théorème que tout le monde connaît depuis l'école."), NULL, NULL,
	 "a formula that begins as zlib does"},
	{BYTES("Les feuilles de style séparent le fond de la forme depuis trente ans.\n"
		   "On écrit par exemple :\nbody { color: red; }\n"
		   "Le navigateur peint alors tout le texte de la page en rouge, sans autre réglage.\n"),
	 NULL, NULL, "a text about style sheets"},
	{BYTES(
		 "Pour déclarer une fonction, on écrit :\nfunction port(mer) { return mer + 1; }\n"
		 "Puis on l'appelle autant de fois que l'on veut, depuis n'importe quelle page du site.\n"),
	 NULL, NULL, "... about scripts"},
	{BYTES("Le codage base64 écrit trois octets en quatre lettres : la phrase devient\n"
		   "TGEgbWVyIG1vbnRlIGRlcHVpcyBoaWVyIHNvaXIgYXUgcG9ydCBkZSBsYSB2aWxsZS4gTGUgcGhhcmU=\n"
		   "et personne ne peut plus la lire.\n"),
	 NULL, NULL, "... about base64"},
	{BYTES("Vu le code général des collectivités (articles L1 à L9) ;\n"
		   "Vu la délibération du 3 mai (n° 12) ;\nConsidérant que la mer monte ;\n"),
	 NULL, NULL, "a decree"},
	{BYTES("Lens (3) : 2 ; Brest (1) : 0\nNantes (4) : 1 ; Metz (2) : 1\n"), NULL, NULL,
	 "results of matches"},
	{BYTES("2023\r\nLa mer monte depuis hier soir au port.\r\n"), NULL, NULL,
	 "a text that begins with a number"},
	{BYTES("HTTP/1.1 est la version du protocole que parlent les serveurs.\n\nElle date de 1997."),
	 NULL, NULL, "... with the name of a protocol"},
	{BYTES("海は昨日の夜から満ちている。灯台は閉まっている。"), NULL, NULL, "Japanese"},
};

static void
test_kinds(void)
{
	for (size_t i = 0; i < lengthof(documents); i++)
	{
		Document document = opened(documents[i].bytes, documents[i].content_type, false);

		tap_equal_text(document.not_a_page, str_cstr(documents[i].not_a_page), documents[i].name);
		if (document.not_a_page.data != NULL)
			tap_equal(document.text, "", "... and none of it is read");
	}
}

/* ------------------------------------------------------------------ compression */

static Str
deflated(Str text, int window)
{
	size_t room = text.len * 2 + 256;
	char *out = arena_alloc(&tap_arena, room);
	z_stream stream = {.next_in = (Bytef *) text.data,
					   .avail_in = text.len,
					   .next_out = (Bytef *) out,
					   .avail_out = (uInt) room};

	deflateInit2(&stream, 6, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY);
	deflate(&stream, Z_FINISH);
	deflateEnd(&stream);
	return str_make(out, stream.total_out);
}

/* Pseudo-random bytes: the same in every run, and incompressible. */
static Str
noise(size_t len)
{
	char *out = arena_alloc(&tap_arena, len);
	uint32_t state = 2463534242u;

	for (size_t i = 0; i < len; i++)
	{
		state ^= state << 13;
		state ^= state >> 17;
		state ^= state << 5;
		out[i] = (char) state;
	}
	return str_make(out, len);
}

static void
check_text(Str bytes, Str text, const char *name)
{
	Document document = opened(bytes, NULL, false);

	tap_equal_text(document.text, text, name);
	tap_ok(document.not_a_page.data == NULL, "... and it is a page");
}

static void
check_not_a_page(Str bytes, const char *not_a_page, const char *name)
{
	tap_equal_text(opened(bytes, NULL, false).not_a_page, str_cstr(not_a_page), name);
}

static void
test_compression(void)
{
	Str page = STR(PAGE);
	Str gzip = deflated(page, GZIP);
	Str begun;

	check_text(gzip, page, "gzip");
	check_text(deflated(page, ZLIB), page, "zlib");
	check_text(deflated(gzip, GZIP), page, "gzip twice");
	check_text(
		str_concat(&tap_arena, deflated(STR("<p>La mer "), GZIP), deflated(STR("monte"), GZIP)),
		STR("<p>La mer monte"), "a file of two members");
	check_text(str_concat(&tap_arena, gzip, STR("\r\n")), page, "something after the end");
	begun = opened(str_sub(gzip, 0, gzip.len - 30), NULL, false).text;
	tap_ok(begun.len > 10 && str_equal(begun, str_sub(page, 0, begun.len)), "cut off");
	check_not_a_page(deflated(STR("\x89PNG\r\n\x1A\n12"), GZIP), "image/png", "an image in gzip");
	check_not_a_page(deflated(noise(1000), GZIP), "binary", "noise in gzip");
	check_not_a_page(str_concat(&tap_arena, STR("\x1F\x8B\x08\0\0\0\0\0\0\3"), noise(1000)), "gzip",
					 "noise that begins like gzip");
	check_not_a_page(STR("\x1F\x8B\x08"), "gzip", "the first bytes of gzip");
}

/*
 * Every truncation and many flipped bytes: something is returned, and never more than the original.
 */
static void
test_damage(void)
{
	Str gzip = deflated(STR(PAGE), GZIP);
	bool held = true;

	for (uint32_t i = 0; i < gzip.len; i++)
	{
		DocumentOptions options = {.size_limit = 4096};
		char *damaged = memcpy(arena_alloc(&tap_arena, gzip.len), gzip.data, gzip.len);
		Document document;

		(void) document_open(&document, &tap_arena, str_sub(gzip, 0, i), &options);
		held &= document.not_a_page.data != NULL || document.text.len < sizeof(PAGE);
		damaged[i] ^= 0x55;
		(void) document_open(&document, &tap_arena, str_make(damaged, gzip.len), &options);
		held &= document.not_a_page.data != NULL || document.text.len <= 4096;
	}
	tap_ok(held, "gzip cut and damaged at every byte");
}

static void
test_bomb(void)
{
	DocumentOptions options = {.size_limit = 64 * 1024};
	size_t size = 8 * 1024 * 1024;
	Str zeros = str_make(memset(arena_alloc(&tap_arena, size), 'z', size), size);
	Str once = deflated(zeros, GZIP);
	Document document;
	Arena arena;

	arena_init(&arena, arena_malloc);
	tap_ok(document_open(&document, &arena, once, &options) == DOCUMENT_TOO_LARGE,
		   "a bomb is too large");
	tap_ok(arena.total < 1024 * 1024, "... and is detected before it is inflated");
	tap_ok(document_open(&document, &arena, deflated(once, GZIP), &options) == DOCUMENT_TOO_LARGE,
		   "... in another one");
	options.size_limit = size;
	tap_ok(document_open(&document, &arena, once, &options) == DOCUMENT_OPEN,
		   "exactly the limit is not too large");
	tap_equal_int(document.text.len, (int64_t) size, "... and is complete");
	options.size_limit = size - 1;
	tap_ok(document_open(&document, &arena, once, &options) == DOCUMENT_TOO_LARGE,
		   "... and a limit of one byte less is");
	arena_free(&arena);
}

/* ------------------------------------------------------------------ HTTP */

static void
test_http(void)
{
	static const char chunks[] = "1e\r\n<!DOCTYPE html><title>Le phare\r\n11;x=\"y\"\r\n"
								 "</title><p>La mer\r\n6\r\n monte\r\n0\r\nEtag: x\r\n\r\n";

	check_text(STR("5\r\n<p>La\r\n4\r\n mer\r\n0\r\n\r\n"), STR("<p>La mer"), "chunks are joined");
	check_text(str_cstr(chunks), STR("<!DOCTYPE html><title>Le phare</title><p>La mer monte"),
			   "... with extensions and trailers");
	check_text(STR("5\r\n<p>La\r\n4\r\n mers\r\n0\r\n\r\n"),
			   STR("5\r\n<p>La\r\n4\r\n mers\r\n0\r\n\r\n"), "chunks of wrong size are not joined");
	check_text(
		STR("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1252\r\n\r\n<p>\xE9t\xE9"),
		STR("<p>été"), "the header of a response is read and removed");
	check_text(STR("HTTP/2 200\nx-a: b\n\n" PAGE), STR(PAGE), "... of another version");
	check_text(STR("WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; "
				   "msgtype=response\r\n\r\n"
				   "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<p>La\r\n0\r\n\r\n"),
			   STR("<p>La"), "... in a WARC record");
	tap_equal_text(
		opened(STR("HTTP/1.1 200 OK\r\nContent-Type: image/x-odd\r\n\r\nabc"), NULL, false)
			.not_a_page,
		STR("image/x-odd"), "the header declares its content");
	check_text(STR("HTTP/1.1 200 OK\r\nContent-Type: text/html"),
			   STR("HTTP/1.1 200 OK\r\nContent-Type: text/html"),
			   "a header without an end is kept");
}

/* ------------------------------------------------------------------ one entry of a feed */

static void
test_entry(void)
{
	check_text(STR("<item><title>Le phare &amp; la mer</title><link>https://a.example/p</link>"
				   "<dc:creator><![CDATA[Anne Vidal]]></dc:creator><pubDate>Tue, 14 Mar 2023 "
				   "17:05:00 +0000</pubDate>"
				   "<description>En bref</description><content:encoded><![CDATA[<p>La mer "
				   "monte.</p>]]></content:encoded></item>"),
			   STR("<html><head><link rel=\"canonical\" href=\"https://a.example/p\">\n"
				   "<meta property=\"article:author\" content=\"Anne Vidal\">\n"
				   "<meta property=\"article:published_time\" content=\"Tue, 14 Mar 2023 17:05:00 "
				   "+0000\">\n"
				   "<meta property=\"og:title\" content=\"Le phare & la mer\">\n"
				   "</head><body><article><h1>Le phare & la mer</h1>\n<p>La mer "
				   "monte.</p>\n</article></body></html>"),
			   "an entry of RSS");
	check_text(STR("<feed><title>Port</title><entry><title>Le phare</title><link rel='self' "
				   "href='/f'/><link href='https://a.example/p'/>"
				   "<author><name>Anne "
				   "Vidal</name><uri>/a</uri></author><updated>2023-03-14T17:05:00Z</"
				   "updated><category term='mer'/>"
				   "<content type='html'>&lt;p&gt;La mer "
				   "&lt;b&gt;monte&lt;/b&gt;.&lt;/p&gt;</content></entry></feed>"),
			   STR("<html><head><link rel=\"canonical\" href=\"https://a.example/p\">\n"
				   "<meta property=\"article:author\" content=\"Anne Vidal\">\n"
				   "<meta property=\"article:modified_time\" content=\"2023-03-14T17:05:00Z\">\n"
				   "<meta property=\"article:tag\" content=\"mer\">\n<meta property=\"og:title\" "
				   "content=\"Le phare\">\n"
				   "</head><body><article><h1>Le phare</h1>\n<p>La mer "
				   "<b>monte</b>.</p>\n</article></body></html>"),
			   "... of Atom");
	check_text(STR("<item>La mer"), STR("<item>La mer"), "only an element of that name");
	check_text(STR("<entry><title>Le phare</title><content><![CDATA[<p>La m"),
			   STR("<html><head><meta property=\"og:title\" content=\"Le phare\">\n"
				   "</head><body><article><h1>Le phare</h1>\n<p>La m\n</article></body></html>"),
			   "a truncated entry");
}

/* ------------------------------------------------------------------ mail */

#define MAIL "From: a@a.example\r\nMIME-Version: 1.0\r\n"

static void
test_mail(void)
{
	check_text(STR(MAIL "Content-Type: text/html;\r\n charset=iso-8859-1\r\n"
						"Content-Transfer-Encoding: quoted-printable\r\n\r\n<p "
						"class=3D\"a\">L'=E9t=E9 est l=\r\nong = 1"),
			   STR("<p class=\"a\">L'été est long = 1"), "quoted-printable");
	tap_equal(opened(STR(MAIL "Content-Type: text/html; "
							  "charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable"
							  "\r\n\r\n<p>=E9"),
					 NULL, true)
				  .text,
			  "<p>é", "... that was given as text");
	check_text(STR(MAIL "Content-Type: text/html\r\nContent-Transfer-Encoding: "
						"base64\r\n\r\nPHA+TGEgbWVy\r\nIG1vbnRl\r\nLg==\r\n"),
			   STR("<p>La mer monte."), "base64");
	check_text(STR(MAIL "Content-Type: multipart/related; boundary=\"=_x\"\r\n\r\nno page\r\n"
						"--=_x\r\nContent-Type: multipart/alternative; boundary=y\r\n\r\n"
						"--y\r\nContent-Type: text/plain\r\n\r\nLa mer\r\n"
						"--y\r\nContent-Type: text/html\r\n\r\n<p>La mer\r\n--y--\r\n"
						"--=_x\r\nContent-Type: image/png\r\n\r\nx\r\n--=_x--\r\n"),
			   STR("<p>La mer\r\n"), "the page among its parts");
	check_text(STR("Lieu: Brest\nDate: 14 mars\n\nLa mer monte."),
			   STR("Lieu: Brest\nDate: 14 mars\n\nLa mer monte."),
			   "a text that begins like a header is kept");
}

void
test_document(void)
{
	test_mail();
	test_entry();
	test_kinds();
	test_compression();
	test_damage();
	test_bomb();
	test_http();
	tap_equal(opened(STR("\\x3c68746d6c3e3c703e4c6120"), NULL, true).not_a_page, "hex",
			  "text is examined, too");
	tap_equal(opened(STR("<meta charset=latin1>\xC3\xA9"), NULL, true).text,
			  "<meta charset=latin1>é", "and is UTF-8 whatever it declares");
}
