/*
 * test_encoding.c
 *	  Bytes of pages in, UTF-8 and the name of the encoding out.  In the fixtures é is \xE9 in
 *	  windows-1252 and \xC3\xA9 in UTF-8.
 */
#include "tap.h"

#include "base/array.h"
#include "html/encoding_internal.h"

/* The decoding of literal bytes, NULs included. */
#define BYTES(literal) str_make((literal), sizeof(literal) - 1)

static void
check(Str bytes, const char *content_type, const char *encoding, const char *text, const char *name)
{
	Decoded decoded = encoding_decode(&tap_arena, bytes, str_cstr(content_type));

	tap_equal_text(decoded.text, str_cstr(text), name);
	tap_equal_text(str_cstr(decoded.encoding), str_cstr(encoding), "... its encoding");
}

static void
check_page(const char *page, const char *encoding, const char *text, const char *name)
{
	check(str_cstr(page), NULL, encoding, text, name);
}

static void
test_utf8(void)
{
	Str clean = STR("<p>Le conseil d’État a tranché.</p>");
	Str ascii = STR("<meta charset=latin1><p>Sans accent");

	tap_ok(encoding_decode(&tap_arena, clean, STR_NONE).text.data == clean.data,
		   "clean UTF-8 is not copied");
	tap_ok(encoding_decode(&tap_arena, ascii, STR_NONE).text.data == ascii.data,
		   "nor is ASCII, whatever it declares");
	check_page("", "UTF-8", "", "empty");
	check_page("\xEF\xBB\xBF"
			   "caf\xC3\xA9",
			   "UTF-8", "café", "the byte order mark is dropped");
	check_page("\xEF\xBB\xBF<meta charset=latin1>\xC3\xA9", "UTF-8", "<meta charset=latin1>é",
			   "byte order mark against meta");
	check(BYTES("\xEF\xBB\xBF\xC3\xA9"), "text/html; charset=windows-1252", "UTF-8", "é",
		  "byte order mark against content type");
	check_page("<meta charset=utf-8>\xC3\xA9t\xC3\xA9 \xFF d\xE9j\xC3\xA0", "UTF-8",
			   "<meta charset=utf-8>été \uFFFD d\uFFFDjà", "a few broken bytes");
	check_page("\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9 \xE9", "UTF-8",
			   "éééééééé \uFFFD", "a few broken bytes, undeclared");
	check_page("pass\xC3\xA9 pr\xC3\xA9sent \xE2\x80", "UTF-8", "passé présent \uFFFD",
			   "truncated in a character");
	check(BYTES("a\0b\xC3\xA9\0"), NULL, "UTF-8", "abé", "NUL is dropped");
}

static void
test_declared_latin(void)
{
	check(BYTES("\x93 caf\xE9 \x94 \x80"), "text/html; charset=ISO-8859-1", "windows-1252",
		  "“ café ” €", "latin1 is windows-1252");
	check(BYTES("\xA4 \xBD"), "text/html;charset=\"ISO-8859-15\"", "ISO-8859-15", "€ œ", "latin9");
	check(BYTES("\xC3\xA9"), "text/html; charset=latin1", "windows-1252", "Ã©",
		  "a declaration is believed");
	check(BYTES("<meta charset=latin1>\xC3\xA9t\xC3\xA9, d\xC3\xA9j\xC3\xA0"), "x; charset=latin1",
		  "UTF-8", "<meta charset=latin1>été, déjà",
		  "unless a good number of sequences are all UTF-8");
	check(BYTES("<meta charset=utf-8>caf\xE9"), "text/html; charset=latin1", "windows-1252",
		  "<meta charset=utf-8>café", "content type before meta");
	check(BYTES("<meta charset=koi8-r>\xC1"), "text/html; charset=klingon", "KOI8-R",
		  "<meta charset=koi8-r>а", "an unknown label is ignored");
	check_page("<meta charset=utf-8><p>L'\xE9t\xE9 dernier, la r\xE9gion a re\xE7u \xE0 No\xEBl",
			   "windows-1252", "<meta charset=utf-8><p>L'été dernier, la région a reçu à Noël",
			   "declared as UTF-8, but is not");
	check(BYTES("<meta charset=windows-1251>\xF1\xEE"), "text/html; charset=utf-8", "windows-1251",
		  "<meta charset=windows-1251>со", "then the next declaration counts");
	check(BYTES("caf\xE9\0 \x81"), "text/html; charset=cp1252", "windows-1252", "café \xC2\x81",
		  "NUL is dropped, a hole is a control");
	check(BYTES("\xCA \xFF"), "text/html; charset=windows-1255", "windows-1255", "\uFFFD \uFFFD",
		  "a byte without a character");
}

static void
test_undeclared(void)
{
	check_page("caf\xE9", "windows-1252", "café", "a word in windows-1252");
	check_page("\xE9r\xF4"
			   "m",
			   "windows-1252", "érôm", "not a lead byte and a trail byte");
	check_page("<script>x='\xFF\xFF'</script><p>L'Assembl\xE9\x65 a vot\xE9 \xAB \xE0 main lev\xE9"
			   "e \xBB l\x92"
			   "article premier.",
			   "windows-1252",
			   "<script>x='ÿÿ'</script><p>L'Assemblée a voté « à main levée » l’article premier.",
			   "French in windows-1252");
	check_page("<p>\xC3\xE0\xE7\xE5\xF2\xE0 \xF1\xEE\xEE\xE1\xF9\xE0\xE5\xF2 \xEE\xE1 "
			   "\xEE\xF2\xEA\xF0\xFB\xF2\xE8\xE8 \xED\xEE\xE2\xEE\xE9 "
			   "\xE1\xE8\xE1\xEB\xE8\xEE\xF2\xE5\xEA\xE8 \xE2 \xF6\xE5\xED\xF2\xF0\xE5 "
			   "\xE3\xEE\xF0\xEE\xE4\xE0.",
			   "windows-1251", "<p>Газета сообщает об открытии новой библиотеки в центре города.",
			   "Russian in windows-1251");
	check_page("<p>\x93\x8C\x8B\x9E\x82\xCC\x90V\x95\xB7\x82\xCD\x8D\xA1\x93\xFA\x81"
			   "A\x90V\x82"
			   "\xB5\x82\xA2\x90}\x8F\x91\x8A\xD9\x82\xCC\x8AJ\x8A\xD9\x82\xF0\x93`\x82\xA6\x82"
			   "\xBD\x81"
			   "B",
			   "Shift_JIS", "<p>東京の新聞は今日、新しい図書館の開館を伝えた。",
			   "Japanese in Shift_JIS");
	check_page("<p>\xC5\xEC\xB5\xFE\xA4\xCE\xBF\xB7\xCA\xB9\xA4\xCF\xBA\xA3\xC6\xFC\xA1\xA2\xBF\xB7"
			   "\xA4\xB7\xA4\xA4\xBF\xDE\xBD\xF1\xB4\xDB\xA4\xCE\xB3\xAB\xB4\xDB\xA4\xF2\xC5\xC1"
			   "\xA4\xA8\xA4\xBF\xA1\xA3",
			   "EUC-JP", "<p>東京の新聞は今日、新しい図書館の開館を伝えた。", "Japanese in EUC-JP");
	check_page("<p>\xD5\xE2\xBC\xD2\xB1\xA8\xD6\xBD\xBD\xF1\xCC\xEC\xB1\xA8\xB5\xC0\xC1\xCB\xD0\xC2"
			   "\xCD\xBC\xCA\xE9\xB9\xDD\xB5\xC4\xBF\xAA\xB7\xC5\xA3\xAC\xB6\xC1\xD5\xDF\xBF\xC9"
			   "\xD2\xD4\xC3\xE2\xB7\xD1\xBD\xE8\xCA\xE9\xA1\xA3",
			   "gb18030", "<p>这家报纸今天报道了新图书馆的开放，读者可以免费借书。",
			   "Chinese in GB 2312");
	check_page("<p>\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", "windows-1252",
			   "<p>ÿÿÿÿÿÿÿÿÿÿÿÿ", "no characters of any multi-byte encoding");
}

static void
test_multi_byte(void)
{
	check(BYTES("\xA8\xA4\x94"
				"9\xFC"
				"6\xFF<p>"),
		  "text/html; charset=gb18030", "gb18030", "à😀\uFFFD<p>",
		  "GB 18030: two bytes, four, and a broken one");
	check(BYTES("\x90}\x8F\x91\x8A\xD9\xB1 \x8F<p>"), "text/html; charset=x-sjis", "Shift_JIS",
		  "図書館ｱ \uFFFD<p>", "Shift_JIS: a lead byte does not swallow markup");
	check(BYTES("\xB9\xCF\xAE\xD1\xC0]"), "text/html; charset=big5", "Big5", "圖書館", "Big5");
	check(BYTES("\xB5\xB5\xBC\xAD\xB0\xFC\x8C\x63"), "text/html; charset=ks_c_5601-1987", "EUC-KR",
		  "도서관똠", "EUC-KR is windows-949");
	check(BYTES("<p>\x1B$B?^=q4[\x1B(B</p>"), "text/html; charset=iso-2022-jp", "ISO-2022-JP",
		  "<p>図書館</p>", "ISO-2022-JP, though its bytes are ASCII");
	check(BYTES("\xB9\xCF\0\xAE\xD1"), "text/html; charset=big5", "Big5", "圖書", "NUL is dropped");
	check(BYTES("caf\xE9"), "text/html; charset=iso-2022-kr", "windows-1252", "café",
		  "an encoding of the standard's replacement list is ignored");
}

static void
test_utf16(void)
{
	check(BYTES("\xFF\xFE<\0p\0>\0\xE9\0\x19\x20"), NULL, "UTF-16LE", "<p>é’", "LE, marked");
	check(BYTES("\xFE\xFF\0<\0p\0>\0\xE9\x20\x19"), NULL, "UTF-16BE", "<p>é’", "BE, marked");
	check(BYTES("<\0p\0>\0\xE9\0\x19\x20"), NULL, "UTF-16LE", "<p>é’", "LE, unmarked");
	check(BYTES("\0<\0p\0>\0\xE9\x20\x19"), NULL, "UTF-16BE", "<p>é’", "BE, unmarked");
	check(BYTES("<\0p\0>\0\xE9\0"), "text/html; charset=utf-8", "UTF-16LE", "<p>é",
		  "whatever is declared");
	check(BYTES("\xFF\xFE=\xD8\x00\xDE\x00\xD8<\0\0\0a"), NULL, "UTF-16LE", "😀\uFFFD<\uFFFD",
		  "surrogates, NUL, an odd byte");
	check(BYTES("\x87\x65\xE0\x56"), "text/html; charset=utf-16", "UTF-16LE", "文因",
		  "declared, without any ASCII");
	check(BYTES("<p>\xC3\xA9"), "text/html; charset=utf-16", "UTF-8", "<p>é",
		  "declared, but it is not");
	check_page("<meta charset=utf-16>\xC3\xA9", "UTF-8", "<meta charset=utf-16>é",
			   "declared in ASCII markup");
	check(BYTES("\xFF\xFE"), NULL, "UTF-16LE", "", "nothing but a mark");
}

static void
test_content_type(void)
{
	tap_equal(encoding_from_content_type(STR("text/html; charset=utf-8")), "utf-8", "plain");
	tap_equal(encoding_from_content_type(STR("text/html;CHARSET = 'Latin1' ; x=y")), "Latin1",
			  "quoted, spaces, uppercase");
	tap_equal(encoding_from_content_type(STR("text/html; charset=utf-8; x=y")), "utf-8",
			  "with a parameter after it");
	tap_equal(encoding_from_content_type(STR("x-charset y; charset=a")), "a", "the second charset");
	tap_equal_text(encoding_from_content_type(STR("text/html; charset=\"utf-8")), STR_NONE,
				   "open quote");
	tap_equal_text(encoding_from_content_type(STR("text/html")), STR_NONE, "none");
	tap_equal_text(encoding_from_content_type(STR_NONE), STR_NONE, "no content type");
}

static void
prescan(const char *page, EncodingId expected, const char *name)
{
	tap_equal_int(encoding_prescan(str_cstr(page)), expected, name);
}

static void
test_prescan(void)
{
	prescan("<meta charset=koi8-r>", ENCODING_KOI8_R, "meta charset");
	prescan("<META/CharSet = \" Big5 \" />", ENCODING_BIG5, "uppercase, slash, quotes, spaces");
	prescan("<meta http-equiv=Content-Type content='text/html; charset=gb2312'>", ENCODING_GBK,
			"http-equiv");
	prescan("<meta content='text/html; charset=gb2312' http-equiv=content-type>", ENCODING_GBK,
			"http-equiv, other order");
	prescan("<meta name=x content='text/html; charset=gb2312'>", ENCODING_UNKNOWN,
			"content without http-equiv");
	prescan("<!-- <meta charset=big5> --><meta charset=koi8-r>", ENCODING_KOI8_R, "comment");
	prescan("<!--><meta charset=big5>", ENCODING_BIG5, "the shortest comment");
	prescan("<a title='<meta charset=big5>'><meta charset=koi8-r>", ENCODING_KOI8_R,
			"inside an attribute");
	prescan("</div title=\"<meta charset=big5>\"><meta charset=koi8-r>", ENCODING_KOI8_R,
			"inside an end tag");
	prescan("<!DOCTYPE html><?x <meta charset=big5><meta charset=koi8-r>", ENCODING_KOI8_R,
			"inside a processing instruction");
	prescan("<metadata charset=big5><meta charset=koi8-r>", ENCODING_KOI8_R, "a longer tag name");
	prescan("<meta charset=klingon><meta charset=koi8-r>", ENCODING_KOI8_R, "unknown label");
	prescan("<meta charset=utf-16le>", ENCODING_UTF_8, "UTF-16 means UTF-8");
	prescan("<meta charset=x-user-defined>", ENCODING_WINDOWS_1252, "x-user-defined");
	prescan("<?xml version='1.0' encoding='iso-8859-2'?><html>", ENCODING_ISO_8859_2,
			"XML declaration");
	prescan("<meta charset=koi8-r", ENCODING_UNKNOWN, "cut short");
	prescan("<meta charset='koi8-r>", ENCODING_UNKNOWN, "open quote");
	prescan("<", ENCODING_UNKNOWN, "a lone bracket");
	prescan("", ENCODING_UNKNOWN, "nothing");
}

/* A <meta> after the first 1024 bytes counts only if the bytes are not UTF-8. */
static void
test_late_meta(void)
{
	StrBuf page;
	Decoded decoded;

	strbuf_init(&page, &tap_arena);
	for (int i = 0; i < 200; i++)
		strbuf_add(&page, STR("<link rel=x>"));
	strbuf_add(&page, STR("<meta charset=windows-1250><p>ka\x9E"
						  "d\xFD"));
	decoded = encoding_decode(&tap_arena, strbuf_str(&page), STR_NONE);
	tap_ok(str_find(decoded.text, STR("každý")) > 0, "late meta");
	tap_equal_text(str_cstr(decoded.encoding), STR("windows-1250"), "... its encoding");
}

static void
test_labels(void)
{
	uint32_t sorted = 0;

	for (uint32_t i = 1; i < encoding_label_count; i++)
		sorted += strcmp(encoding_labels[i - 1].label, encoding_labels[i].label) < 0;
	tap_equal_int(sorted, encoding_label_count - 1, "labels are sorted");
	tap_equal_int(encoding_by_label(STR(" Latin1\n")), ENCODING_WINDOWS_1252, "latin1");
	tap_equal_int(encoding_by_label(STR("l9")), ENCODING_ISO_8859_15, "l9");
	tap_equal_int(encoding_by_label(STR("utf-7")), ENCODING_UNKNOWN, "utf-7");
	tap_equal_int(encoding_by_label(STR("")), ENCODING_UNKNOWN, "empty label");
	tap_equal_int(encoding_by_label(BYTES("utf-8\0x")), ENCODING_UNKNOWN, "label with NUL");
	tap_equal_int(encoding_by_label(STR("a-label-that-is-longer-than-any")), ENCODING_UNKNOWN,
				  "long label");
}

/* ICU has a converter for every encoding of the list. */
static void
test_converters(void)
{
	EncodingWork work = {.arena = &tap_arena};

	for (int id = 0; id < ENCODING_COUNT; id++)
		tap_ok(encoding_convert(&work, STR("a"), (EncodingId) id).data != NULL,
			   encoding_info[id].name);
}

/*
 * Any two adjacent bytes, in any encoding: the buffer is large enough for the result, up to the end
 * of the text.
 */
static void
test_room(void)
{
	static const char end[] = {'\n', 0, '<', 0, 'e', 0, '>', 0};
	EncodingWork work = {.arena = &tap_arena};
	StrBuf bytes;

	strbuf_init(&bytes, &tap_arena);
	for (int first = 0x21; first < 0x100; first++)
		for (int second = 0x21; second < 0x100; second++)
		{
			strbuf_add_char(&bytes, (char) first);
			strbuf_add_char(&bytes, (char) second);
		}
	strbuf_add(&bytes, str_make(end, sizeof(end)));
	for (int id = 0; id < ENCODING_COUNT; id++)
	{
		Str text = encoding_convert(&work, strbuf_str(&bytes), (EncodingId) id);

		if (id == ENCODING_UTF_16BE || id == ENCODING_UTF_16LE)
			tap_ok(text.len > bytes.len && text.len <= bytes.len / 2 * 3, encoding_info[id].name);
		else
			tap_equal(str_sub(text, text.len - 3, text.len), "<e>", encoding_info[id].name);
	}
}

/* Bytes that are not UTF-8, and the result of the WHATWG decoder. */
static void
test_repair(void)
{
	static const char *const examples[][2] = {
		{"\xC0\x80", "\uFFFD\uFFFD"},
		{"\xE0\x80\x80", "\uFFFD\uFFFD\uFFFD"},
		{"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
		{"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},
		{"\xF5\xFF", "\uFFFD\uFFFD"},
		{"\xE2\x82<", "\uFFFD<"},
		{"\xF0\x9F\x98", "\uFFFD"},
		{"\xF0\x9F\x98\xF0\x9F\x98\x80", "\uFFFD😀"},
		{"\x80 \xC3\xA9 \xBF", "\uFFFD é \uFFFD"},
		{"aaaaaaaabbbbbbbbccccccccddddddddeeeeeee\xC3",
		 "aaaaaaaabbbbbbbbccccccccddddddddeeeeeee\uFFFD"},
	};
	Str clean = STR("\xF4\x8F\xBF\xBF\xED\x9F\xBF\xEE\x80\x80\xE0\xA0\x80\xF0\x90\x80\x80\xC2\x80");

	for (size_t i = 0; i < lengthof(examples); i++)
		tap_equal_text(encoding_clean_utf8(&tap_arena, str_cstr(examples[i][0])),
					   str_cstr(examples[i][1]), "broken UTF-8");
	tap_ok(encoding_clean_utf8(&tap_arena, clean).data == clean.data, "the bounds of UTF-8");
	tap_equal(encoding_clean_utf8(&tap_arena, BYTES("\0a\0b\0")), "ab", "NUL is dropped");
	tap_equal(encoding_clean_utf8(&tap_arena, STR("\xEF\xBB\xBF"
												  "a\xEF\xBB\xBF")),
			  "a\xEF\xBB\xBF", "a byte order mark is dropped at the start only");
	tap_equal(encoding_clean_utf8(&tap_arena, STR_NONE), "", "no text");
	tap_equal(encoding_clean_utf8(&tap_arena, STR("<meta charset=latin1>\xC3\xA9")),
			  "<meta charset=latin1>é", "the declaration of the page is ignored");
}

/* Returns true when it is called for the last time of *context. */
static bool
count_down(void *context)
{
	int *left = context;

	return --*left <= 0;
}

/* Pages of more than one block, interrupted in each of the steps. */
static void
test_blocks(void)
{
	static const char *const types[] = {"x; charset=utf-8", "x; charset=latin1", "x; charset=gbk"};
	StrBuf page;
	Decoded decoded;

	strbuf_init(&page, &tap_arena);
	while (page.len < 3 * ENCODING_BLOCK)
		strbuf_add(&page, STR("\xD5\xE2\xBC\xD2 <br> \xC3\xA9"));
	for (int i = 0; i < 3; i++)
	{
		bool finished = false;
		int calls = 0;

		while (!finished && calls < 100)
		{
			int left = ++calls;

			decoded = encoding_decode_until(&tap_arena, strbuf_str(&page), str_cstr(types[i]),
											count_down, &left);
			finished = decoded.text.data != NULL;
		}
		tap_ok(calls > 4 && finished, "stops when interrupted, else finishes");
		tap_ok(encoding_clean_utf8(&tap_arena, decoded.text).data == decoded.text.data,
			   "no character is split between blocks");
	}
}

static void
check_twice(const char *text, const char *expected, const char *name)
{
	tap_equal_text(encoding_undo_mojibake(&tap_arena, str_cstr(text)), str_cstr(expected), name);
}

/*
 * Stray characters that were not encoded twice, and invalid bytes, as templates and truncation
 * leave them.
 */
static void
test_twice_with_strays(void)
{
	static const char *const strays[] = {"\uFFFD", "\xC3\xA9", "\xE2\x82\xAC"};
	static const char *const names[] = {"a broken byte", "a character encoded once",
										"one that was no byte"};

	for (int stray = 0; stray < 3; stray++)
		for (int place = 0; place < 40; place += 13)
		{
			StrBuf text;
			StrBuf expected;

			strbuf_init(&text, &tap_arena);
			strbuf_init(&expected, &tap_arena);
			for (int i = 0; i < 40; i++)
			{
				strbuf_add(&text, STR("\u00C3\u00A9t\u00C3\u00A9 "));
				strbuf_add(&expected, STR("été "));
				if (i == place)
				{
					strbuf_add(&text, str_cstr(strays[stray]));
					strbuf_add(&expected, str_cstr(strays[stray]));
				}
			}
			tap_equal_text(encoding_undo_mojibake(&tap_arena, strbuf_str(&text)),
						   strbuf_str(&expected), names[stray]);
		}
}

/* A page as crawled: its last byte is the first byte of a character. */
static void
test_twice_cut(void)
{
	Str bytes = STR("<meta charset=utf-8><p>d\u00C3\u00A9j\u00C3\u00A0 "
					"l\u00E2\u20AC\u2122\u00C3\u00A9t\u00C3\u00A9\xC3");
	Str text = encoding_decode(&tap_arena, bytes, STR_NONE).text;

	tap_equal(encoding_undo_mojibake(&tap_arena, text), "<meta charset=utf-8><p>déjà l’été\uFFFD",
			  "a page truncated in a character");
}

static void
test_twice(void)
{
	Str right = STR("<p>Déjà l’été, « Ã© » compris.</p>");

	check_twice("d\u00C3\u00A9j\u00C3\u00A0 l\u00E2\xC2\x80\xC2\x99\u00C3\u00A9t\u00C3\u00A9",
				"déjà l’été", "encoded twice, via Latin-1");
	check_twice("l\u00E2\u20AC\u2122\u00C3\u00A9t\u00C3\u00A9 \u00E2\u201A\u00AC", "l’été €",
				"via windows-1252");
	check_twice("\u00E6\u2014\u00A5\u00E6\u0153\u00AC", "日本", "in Japanese");
	check_twice("A\u0303\u00A9tA\u0303\u00A9 l\u00E2\u20AC\u2122an", "été l’an",
				"decomposed since");
	check_twice("e\u0301te\u0301 x\u0302 A\u0303\u00A9", "e\u0301te\u0301 x\u0302 A\u0303\u00A9",
				"decomposed text that is correct");
	tap_ok(encoding_undo_mojibake(&tap_arena, right).data == right.data,
		   "correct text is unchanged, even if it quotes doubly encoded text");
	check_twice("\u00C3\u00A9t\u00C3\u00A9 \u65E5", "\u00C3\u00A9t\u00C3\u00A9 \u65E5",
				"so is text that is doubly encoded only in part");
	test_twice_cut();
	check_twice("\u00C3\u00A9t\u00C3", "\u00E9t\u00C3", "text truncated in a character");
	test_twice_with_strays();
	check_twice("", "", "empty");
	tap_ok(encoding_undo_mojibake(&tap_arena, STR_NONE).data == NULL, "none");
}

void
test_encoding(void)
{
	test_utf8();
	test_declared_latin();
	test_undeclared();
	test_multi_byte();
	test_utf16();
	test_content_type();
	test_prescan();
	test_late_meta();
	test_labels();
	test_converters();
	test_room();
	test_repair();
	test_blocks();
	test_twice();
}
