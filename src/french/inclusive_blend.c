/*
 * inclusive_blend.c
 *	  Inclusive words that blend the masculine and the feminine word without a mark between them. A
 *	  word in, both words out.
 */
#include "french/inclusive.h"

#include "base/array.h"

typedef struct Blend
{
	Str blend;
	Str masculine;
	Str feminine;
} Blend;

static const Blend words[] = {
#define BLEND(blend, masculine, feminine) {STR(blend), STR(masculine), STR(feminine)},
#define ENDING(blend, masculine, feminine)
#include "french/inclusive_blend_list.h"
#undef BLEND
#undef ENDING
};

static const Blend endings[] = {
#define BLEND(blend, masculine, feminine)
#define ENDING(blend, masculine, feminine) {STR(blend), STR(masculine), STR(feminine)},
#include "french/inclusive_blend_list.h"
#undef BLEND
#undef ENDING
};

/* Writes stem, ending and plural; returns the length. */
static uint32_t
write_form(char *form, Str stem, Str ending, bool plural)
{
	memcpy(form, stem.data, stem.len);
	memcpy(form + stem.len, ending.data, ending.len);
	if (plural)
		form[stem.len + ending.len] = 's';
	return stem.len + ending.len + plural;
}

static void
write_forms(Str stem, const Blend *blend, bool plural, InclusiveForms *forms)
{
	forms->masculine_len = write_form(forms->masculine, stem, blend->masculine, plural);
	forms->feminine_len = write_form(forms->feminine, stem, blend->feminine, plural);
}

bool
inclusive_blend(Str word, InclusiveForms *forms)
{
	bool plural = word.len > 0 && word.data[word.len - 1] == 's';
	Str singular = str_sub(word, 0, word.len - plural);

	if (word.len > INCLUSIVE_FORM_BYTES / 2)
		return false;
	for (size_t i = 0; i < lengthof(words); i++)
		if (str_equal(words[i].blend, word))
		{
			write_forms(STR(""), &words[i], false, forms);
			return true;
		}
	for (size_t i = 0; i < lengthof(endings); i++)
	{
		uint32_t len = endings[i].blend.len;

		if (singular.len > len &&
			str_equal(str_sub(singular, singular.len - len, len), endings[i].blend))
		{
			write_forms(str_sub(singular, 0, singular.len - len), &endings[i], plural, forms);
			return true;
		}
	}
	return false;
}
