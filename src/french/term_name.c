/*
 * term_name.c
 *	  Names whose neighbours belong to them: a token at its place in, what else
 *	  it is found by out.
 */
#include "base/array.h"
#include "french/char_class.h"
#include "french/term_internal.h"
#include "french/term_neighbour.h"
#include "text/fold.h"

#define FUSED_BYTES_MAX 64

/* Returns the word of at most four letters before the space or apostrophe that ends at a byte. */
static Str
short_word_before(Str text, uint32_t byte)
{
	uint32_t end = neighbour_step_back(text, byte);
	uint32_t start = end;

	while (start > 0 && end - start < 4 && ascii_alpha(text.data[start - 1]))
		start--;
	return str_sub(text, start, end - start);
}

/*
 * Returns where the article starts that belongs to the name, or the name's start if none does. At
 * the start of a sentence every article has its capital, but not where the text is nothing else: «
 * Le Nain » in a search box.
 */
static uint32_t
article_start(Str text, uint32_t name, uint32_t end_of_name, bool known)
{
	static const Str articles[] = {STR("Le"),  STR("La"),  STR("Les"), STR("Du"),  STR("De"),
								   STR("Des"), STR("Al"),  STR("Ben"), STR("Da"),  STR("Di"),
								   STR("El"),  STR("Mac"), STR("Mc"),  STR("Van"), STR("Von")};
	TextChar before = text_char_before(text, name);
	Str article;
	uint32_t start;

	if (before.class != CLASS_APOSTROPHE && before.code != ' ')
		return name;
	article = short_word_before(text, name);
	start = (uint32_t) (article.data - text.data);
	if (before.class == CLASS_APOSTROPHE)
	{
		/*
		 * at the start of a sentence every article has its capital; there only unknown names count
		 */
		bool first =
			start < 2 || text.data[start - 1] != ' ' || strchr(".!?:", text.data[start - 2]);

		return article.len == 1 && text.data[start] >= 'A' && text.data[start] <= 'Z' &&
					   !(first && known)
				   ? start
				   : name;
	}
	if (text.data[start] < 'A' || text.data[start] > 'Z')
		return name;
	if (start > 0 ? start < 2 || text.data[start - 1] != ' ' || strchr(".!?:", text.data[start - 2])
				  : end_of_name < text.len)
		return name;
	return str_is_one_of(article, articles, lengthof(articles)) ? start : name;
}

void
term_add_fused(Str word, const TermPlace *place, WordTerms *terms)
{
	char fused[FUSED_BYTES_MAX * 2];
	uint32_t start;
	uint32_t from = terms->start[terms->count];
	unsigned int readings = 0;
	size_t len = 0;

	if (place == NULL || word.len > FUSED_BYTES_MAX / 2 || terms->count == WORD_TERMS_MAX ||
		place->start == 0)
		return;
	for (uint32_t i = 0; i < terms->count; i++)
		readings |= terms->bits[i] & READING_ALL;
	start = article_start(place->text, place->start, place->start + word.len,
						  terms->known && readings != READING_NAME);
	if (start == place->start)
		return;
	while (ascii_alpha(place->text.data[start]))
		fused[len++] = ascii_lower(place->text.data[start++]);
	len += fold_plain(word, fused + len, sizeof(fused) - len);
	if (len > WORD_TERM_BYTES - from)
		return;
	word_terms_add(terms, str_make(fused, len), READING_ALL | TERM_CERTAIN);
	terms->stop = false;
}

/* Is the text nothing but an article and this word? */
static bool
is_title(Str word, const TermPlace *place)
{
	static const Str articles[] = {STR("Le "), STR("La "), STR("Les "), STR("L'"),
								   STR("L\xE2\x80\x99")};
	Str text = place->text;

	if (place->start + word.len != text.len)
		return false;
	for (size_t i = 0; i < lengthof(articles); i++)
		if (articles[i].len == place->start &&
			str_equal(str_sub(text, 0, place->start), articles[i]))
			return true;
	return false;
}

/* Does an article precede a byte: la Poste, au Monde, L'Express? */
static bool
follows_article(Str text, uint32_t byte)
{
	static const Str articles[] = {STR("le"), STR("la"), STR("les"), STR("l"),
								   STR("du"), STR("au"), STR("aux"), STR("des")};
	TextChar joint = text_char_before(text, byte);

	if (byte == 0 || (joint.code != ' ' && joint.class != CLASS_APOSTROPHE))
		return false;
	return str_is_one_of_ascii(short_word_before(text, byte), articles, lengthof(articles));
}

/* Leaves only the name among the terms, and asks for it. */
static void
keep_name(WordTerms *terms)
{
	word_terms_keep(terms, READING_NAME);
	for (uint32_t i = 0; i < terms->count; i++)
		terms->bits[i] |= TERM_USUAL;
}

void
term_add_own(Str word, const TermPlace *place, WordTerms *terms)
{
	char own[FUSED_BYTES_MAX + 2];
	uint32_t initial;
	size_t len;

	if (place == NULL || !terms->known || word.len > FUSED_BYTES_MAX / 2 || word.len < 2)
		return;
	for (uint32_t i = 0; i < terms->count; i++)
		if (terms->bits[i] & READING_NAME)
		{
			if (terms->count > 1 && is_title(word, place))
				keep_name(terms);
			return;
		}
	if (terms->count == 0 || !(terms->bits[0] & READING_NOUN) ||
		!follows_article(place->text, place->start))
		return;
	initial = text_char_at(word, 0).end;
	len = fold_plain(str_sub(word, 0, initial), own, FUSED_BYTES_MAX); /* l'Etat is l'État */
	len += fold_word(str_sub(word, initial, word.len), own + len, FUSED_BYTES_MAX - len);
	memcpy(own + len, "/p", 2);
	if (is_title(word, place))
		word_terms_set(terms, str_make(own, len + 2), READING_NAME | TERM_CERTAIN);
	else
	{
		bool only = term_follows_name(place); /* what a search for « Bruno Le Maire » asks for */

		for (uint32_t i = 0; only && i < terms->count; i++)
			terms->bits[i] &= (uint16_t) ~TERM_USUAL;
		word_terms_add(terms, str_make(own, len + 2),
					   READING_NAME | (only ? TERM_CERTAIN : TERM_DEFAULT));
	}
	terms->known = true;
}

bool
term_is_particle(Str token, const TermPlace *place)
{
	static const Str articles[] = {STR(" der "), STR(" den "), STR(" dem ")};
	uint32_t end;

	if (place == NULL || token.len != 3 ||
		!(str_starts_ascii(token, STR("von")) || str_starts_ascii(token, STR("van"))))
		return false;
	end = place->start + token.len;
	for (size_t i = 0; i < lengthof(articles); i++)
		if (str_starts_ascii(str_sub(place->text, end, place->text.len - end), articles[i]))
			return true;
	return false;
}
