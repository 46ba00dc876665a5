/*
 * test_feature_text.c
 *	  The statistics of a text are the same whether it is read byte by byte or 8 bytes at a time, at
 *	  any alignment; so is the share of shingles.
 */
#include "tap.h"

#include "text/shingle.h"
#include "base/swar.h"

/* Every byte, at every position in a word: returns how many are marked wrongly. */
static int64_t
wrong_marks(void)
{
	int64_t wrong = 0;

	for (uint32_t at = 0; at < 8; at++)
		for (uint32_t c = 0; c < 256; c++)
		{
			char bytes[] = "-------- ";
			Str text = {bytes, 8};
			uint64_t mark = UINT64_C(0x80) << (8 * at);
			uint64_t eight;

			bytes[at] = (char) c;
			eight = swar_load(bytes);
			wrong += ((swar_letters(eight) & mark) != 0) != ascii_alpha((char) c);
			wrong += ((swar_between(eight, '0', '9') & mark) != 0) != ascii_digit((char) c);
			wrong += ((swar_equal(eight, '\n') & mark) != 0) != (c == '\n');
			wrong += (swar_letters(eight) & ~mark) != 0;
			wrong += swar_at(text, at) != eight >> (8 * at);
		}
	return wrong;
}

static TextStats
stats_of(Str text)
{
	TextStats stats;

	text_stats(text, &stats);
	return stats;
}

/* Not all bytes are compared: what is between the last field and the end has no defined value. */
static bool
same_stats(const TextStats *a, const TextStats *b)
{
	return memcmp(a, b, offsetof(TextStats, ends_sentence)) == 0 &&
		   a->ends_sentence == b->ends_sentence && a->ends_colon == b->ends_colon &&
		   a->starts_small == b->starts_small;
}

/*
 * The same text at each of 8 alignments, after other letters: returns how often the result differs.
 */
static int64_t
differences_by_place(Str text)
{
	TextStats expected = stats_of(text);
	int64_t differences = 0;

	for (uint32_t shift = 0; shift < 8; shift++)
	{
		char room[128] = "abcdefgh";
		TextStats stats;

		memcpy(room + shift, text.data, text.len);
		memcpy(room + shift + text.len, "xyz789!!", 8);
		stats = stats_of(str_make(room + shift, text.len));
		differences += !same_stats(&stats, &expected);
	}
	return differences;
}

/*
 * Returns the share of a text's shingles, "width" words wide, that another text has, in
 * thousandths.
 */
static int64_t
shared(Str of, Str text, int width)
{
	ShingleSet set = shingles_of(&tap_arena, of, width);
	ShingleCount count = shingles_count(&set);
	TextReader words;
	bool more = true;

	text_open(&words, text);
	while (more)
	{
		more = text_read(&words);
		shingles_add(&count, &words);
	}
	return (int64_t) (shingles_share(&count) * 1000 + 0.5f);
}

static Str
repeated(Str text, int times)
{
	StrBuf all;

	strbuf_init(&all, &tap_arena);
	while (times-- > 0)
		strbuf_add(&all, text);
	return strbuf_str(&all);
}

static void
test_stats(void)
{
	Str sentence =
		STR("Aujourd’hui, l'Été 2024\u00A0: «\u00A0Le PONT flottant\u00A0» a coûté 12,5 M€…");
	TextStats stats = stats_of(sentence);

	tap_equal_int(stats.chars, 63, "characters, not bytes");
	tap_equal_int(stats.words, 11, "an apostrophe does not separate words, a comma does");
	tap_equal_int(stats.short_words, 5, "words of at most three letters");
	tap_equal_int(stats.letters, 35, "letters with accents and without");
	tap_equal_int(stats.capitals, 8, "uppercase letters with accents and without");
	tap_equal_int(stats.digits, 7, "digits");
	tap_equal_int(stats.commas, 3, "commas and colons");
	tap_equal_int(stats.quotes, 2, "quotes");
	tap_equal_int(stats.sentence_marks, 1, "an ellipsis ends a sentence");
	tap_ok(stats.ends_sentence && !stats.starts_small, "how it begins and ends");
	tap_equal_int(differences_by_place(sentence), 0, "the same at any alignment");
	stats = stats_of(repeated(STR("Le vent d’ouest souffle fortement sur la jetée. "), 1000));
	tap_equal_int(stats.words, 8000, "a long text has the words of its parts");
	tap_equal_int(stats.capitals, 1000, "… and their uppercase letters");
	tap_equal_int(stats_of(STR("天气很好")).wide, 4, "Chinese characters");
}

static void
test_shares(void)
{
	Str text = STR("Le vent d'ouest souffle fort sur la vieille jetée de bois");

	tap_equal_int(shared(text, text, 4), 1000, "a text contains all of its shingles");
	tap_equal_int(shared(text, STR("LE VENT D'OUEST SOUFFLE"), 2), 1000, "in uppercase too");
	tap_equal_int(shared(text, STR("le vent souffle sur la vieille ville"), 2), 500,
				  "it contains three pairs of six");
	tap_equal_int(shared(text, STR("bois de jetée vieille la"), 2), 0, "the order of words counts");
	tap_equal_int(shared(text, STR("jetée"), 2), 0, "a single word has no pair");
	tap_equal_int(shared(STR(""), text, 2), 0, "an empty text has none");
	tap_equal_int(shared(STR("昨天天气很好"), STR("天气很好"), 3), 1000,
				  "a wide character is a word");
	text = repeated(text, 100);
	tap_equal_int(shared(text, text, 4), 1000, "a long text contains all of its shingles");
}

/* Does a sentence, before this many closing quotes, end the text? */
static bool
ends_before_quotes(size_t count)
{
	StrBuf text;

	strbuf_init(&text, &tap_arena);
	strbuf_add(&text, STR("Le phare est ferme."));
	while (count-- > 0)
		strbuf_add_char(&text, '"');
	return stats_of(strbuf_str(&text)).ends_sentence;
}

void
test_feature_text(void)
{
	tap_ok(ends_before_quotes(3), "quotes after a full stop do not matter");
	tap_ok(!ends_before_quotes(100000), "of a flood of quotes only the last ones are examined");
	tap_equal_int(wrong_marks(), 0, "8 bytes are marked as each single byte is");
	test_stats();
	test_shares();
}
