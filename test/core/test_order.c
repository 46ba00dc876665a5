/*
 * test_order.c
 *	  The hand-written lists are in the order of their bytes, as their heads say: most of them are
 *	  searched by halves. No word is there twice, except abbreviations that mean two things.
 */
#include "tap.h"

#include "base/array.h"

typedef struct List
{
	const char *file;
	const char *const *words;
	size_t count;
	bool repeats;
} List;

static const char *const tracking_words[] = {
#define TRACKING(name) name,
#include "html/tracking_list.h"
#undef TRACKING
};

static const char *const head_words[] = {
#define HEAD(name) #name,
#include "html/head_list.h"
#undef HEAD
};

static const char *const attribute_words[] = {
#define ATTR(id, name) name,
#include "html/attr_list.h"
#undef ATTR
};

static const char *const address_words[] = {
#define ADDRESS(name, kind) name,
#include "xml/address_list.h"
#undef ADDRESS
};

static const char *const function_words[] = {
#define FUNCTION(name, least, most) #name,
#include "xml/function_list.h"
#undef FUNCTION
};

static const char *const case_words[] = {
#define CASE_ATTR(name) name,
#include "xml/case_list.h"
#undef CASE_ATTR
};

static const char *const zone_words[] = {
#define ZONE(name, minutes, region) name,
#include "date/zone_list.h"
#undef ZONE
};

static const char *const server_language_words[] = {
#define LANGUAGE(code, configuration) code,
#include "pg/language_list.h"
#undef LANGUAGE
};

static const char *const credit_words[] = {
#define CREDIT_MARK(mark, left_out) mark,
#include "article/media/credit_mark_list.h"
#undef CREDIT_MARK
};

static const char *const quotation_words[] = {
#define QUOTE(language, open, close, open_inside, close_inside) language,
#include "article/block/quote_list.h"
#undef QUOTE
};

static const char *const adornment_words[] = {
#define ADORNMENT(word) word,
#include "article/cue/adornment_list.h"
#undef ADORNMENT
};

static const char *const see_also_words[] = {
#define POINTER(phrase) phrase,
#include "article/cue/see_also_list.h"
#undef POINTER
};

static const char *const reading_words[] = {
#define READING_WORD(word, classes) word,
#include "french/reading_word_list.h"
#undef READING_WORD
};

static const char *const abbreviation_words[] = {
#define ABBREVIATION(spelling, words, where) spelling,
#include "french/abbreviation_list.h"
#undef ABBREVIATION
};

static const char *const phonetic_word_words[] = {
#define PHONETIC_WORD(word, sounds) word,
#include "french/phonetic_word_list.h"
#undef PHONETIC_WORD
};

static const char *const phonetic_final_words[] = {
#define PHONETIC_FINAL(word) word,
#include "french/phonetic_final_list.h"
#undef PHONETIC_FINAL
};

static const char *const name_word_words[] = {
#define NAME_WORD(word, classes) word,
#include "french/name_word_list.h"
#undef NAME_WORD
};

static const char *const quote_word_words[] = {
#define QUOTE_WORD(word, classes) word,
#include "french/quote_word_list.h"
#undef QUOTE_WORD
};

static const char *const quote_verb_words[] = {
#define QUOTE_VERB(infinitive, kind) infinitive,
#include "french/quote_verb_list.h"
#undef QUOTE_VERB
};

static const char *const sentence_word_words[] = {
#define SENTENCE_WORD(spelling, kind) spelling,
#include "french/sentence_list.h"
#undef SENTENCE_WORD
};

static const List lists[] = {
	{"html/tracking_list.h", tracking_words, lengthof(tracking_words), false},
	{"html/head_list.h", head_words, lengthof(head_words), false},
	{"html/attr_list.h", attribute_words, lengthof(attribute_words), false},
	{"xml/address_list.h", address_words, lengthof(address_words), false},
	{"xml/function_list.h", function_words, lengthof(function_words), false},
	{"xml/case_list.h", case_words, lengthof(case_words), false},
	{"date/zone_list.h", zone_words, lengthof(zone_words), false},
	{"pg/language_list.h", server_language_words, lengthof(server_language_words), false},
	{"article/media/credit_mark_list.h", credit_words, lengthof(credit_words), false},
	{"article/block/quote_list.h", quotation_words, lengthof(quotation_words), false},
	{"article/cue/adornment_list.h", adornment_words, lengthof(adornment_words), false},
	{"article/cue/see_also_list.h", see_also_words, lengthof(see_also_words), false},
	{"french/reading_word_list.h", reading_words, lengthof(reading_words), false},
	{"french/abbreviation_list.h", abbreviation_words, lengthof(abbreviation_words), true},
	{"french/phonetic_word_list.h", phonetic_word_words, lengthof(phonetic_word_words), false},
	{"french/phonetic_final_list.h", phonetic_final_words, lengthof(phonetic_final_words), false},
	{"french/name_word_list.h", name_word_words, lengthof(name_word_words), false},
	{"french/quote_word_list.h", quote_word_words, lengthof(quote_word_words), false},
	{"french/quote_verb_list.h", quote_verb_words, lengthof(quote_verb_words), false},
	{"french/sentence_list.h", sentence_word_words, lengthof(sentence_word_words), false},
};

static const unsigned int code_points[] = {
#define FALLBACK(code_point, like, ascii) code_point,
#include "pg/fallback_list.h"
#undef FALLBACK
};

void
test_order(void)
{
	int64_t ascending = 0;

	for (size_t i = 0; i < lengthof(lists); i++)
	{
		size_t k = 1;

		while (k < lists[i].count &&
			   strcmp(lists[i].words[k - 1], lists[i].words[k]) < (lists[i].repeats ? 1 : 0))
			k++;
		tap_equal_text(str_cstr(k < lists[i].count ? lists[i].words[k] : ""), STR(""),
					   lists[i].file);
	}
	for (size_t i = 1; i < lengthof(code_points); i++)
		ascending += code_points[i - 1] < code_points[i];
	tap_equal_int(ascending, lengthof(code_points) - 1, "pg/fallback_list.h");
}
