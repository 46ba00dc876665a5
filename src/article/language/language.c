/*
 * language.c
 *	  The language of a page: the declared one, checked against a sample of its text.
 */
#include "base/array.h"
#include "article/known.h"
#include "article/reader.h"
#include "article/language/language.h"

/*
 * About 150 words, a third of them function words: enough to tell apart any two languages of the
 * table.
 */
#define SAMPLE_BYTES 1024

/* Shorter blocks are headlines and menus, often in another language than the article. */
#define SAMPLE_BLOCK_CHARS 80

static void
add_block(StrBuf *sample, const Block *block)
{
	uint32_t room = SAMPLE_BYTES - (uint32_t) sample->len;

	strbuf_add(sample, str_cut(block->text, room)); /* the sample must stay valid UTF-8 */
	strbuf_add_char(sample, '\n');
}

/* Takes the first paragraphs of running text; if there are none, the first blocks of any kind. */
static Str
take_sample(Reader *reader)
{
	StrBuf sample;

	strbuf_init(&sample, reader->arena);
	strbuf_reserve(&sample, SAMPLE_BYTES + 1);
	for (int pass = 0; pass < 2 && sample.len < SAMPLE_BLOCK_CHARS; pass++)
		for (uint32_t i = 0; i < reader->blocks.count && sample.len < SAMPLE_BYTES; i++)
		{
			const Block *block = &reader->blocks.items[i];

			if (pass == 1 ||
				(block->chars >= SAMPLE_BLOCK_CHARS && block->link_chars * 4 < block->chars))
				add_block(&sample, block);
		}
	return strbuf_str(&sample);
}

/* Returns the first usable tag that the page declares, trying the most reliable source first. */
static Str
declared_language(Reader *reader)
{
	static const FactSource order[] = {FACT_SOURCE_HTML,	  FACT_SOURCE_JSON_LD,
									   FACT_SOURCE_META,	  FACT_SOURCE_DUBLIN_CORE,
									   FACT_SOURCE_MICRODATA, FACT_SOURCE_OPEN_GRAPH};
	Str tag = language_tag(reader->arena, reader->page.html_lang);
	const Fact *fact;

	for (size_t i = 0; tag.data == NULL && i < lengthof(order); i++)
	{
		fact = facts_from(&reader->facts, FACT_LANGUAGE, order[i]);
		if (fact != NULL)
			tag = language_tag(reader->arena, fact->text);
	}
	for (uint32_t i = 0;
		 tag.data == NULL && (fact = facts_next(&reader->facts, FACT_LANGUAGE, &i));)
		tag = language_tag(reader->arena, fact->text);
	return tag;
}

/* Returns the first declared tag of this language, including its region; else the bare code. */
static Str
tag_of(Reader *reader, const char *code)
{
	const Fact *fact;
	uint32_t i = 0;

	while ((fact = facts_next(&reader->facts, FACT_LANGUAGE, &i)) != NULL)
	{
		Str tag = language_tag(reader->arena, fact->text);
		uint32_t len = (uint32_t) strlen(code);

		if (str_starts_ascii(tag, str_cstr(code)) && (tag.len == len || tag.data[len] == '-'))
			return tag;
	}
	return str_cstr(code);
}

void
language_read(Reader *reader)
{
	Str declared;
	LanguageGuess guess;

	reader->article.language = reader->options->known->language;
	if (reader->article.language.data != NULL)
		return;
	declared = declared_language(reader);
	guess = language_detect(take_sample(reader), declared);
	if (guess.code != NULL && (declared.data == NULL || guess.sure))
		reader->article.language = tag_of(reader, guess.code);
	else
		reader->article.language = declared;
}
