/*
 * author_person.c
 *	  What else the page says of the person whom a place names first: a link or an address spells
 *	  the name, a portrait bears it, sentences and the headline speak of the person, or its words
 *	  are those of a dictionary.  Adds features; judges none.
 */
#include "article/author/author_evidence.h"

#include "article/author/given_name.h"
#include "french/lexicon.h"
#include "text/compare.h"
#include "text/fold.h"

/* Levels above a name at which a link contains it. */
#define LINK_LEVELS 3

/* Longer addresses contain more than a name. */
#define ADDRESS_MAX_BYTES 200

/* Shorter names are part of other words. */
#define SPELLED_MIN_BYTES 6

/* Nodes between a portrait and its name. */
#define PORTRAIT_BEFORE 30
#define PORTRAIT_AFTER 6

/* Longer texts of pictures are captions. */
#define PORTRAIT_MAX_BYTES 80

/* Shorter family names are part of other words. */
#define FAMILY_MIN_BYTES 4

/* Longer words are not looked for. */
#define FAMILY_MAX_BYTES 32

/* Bytes between two names of a list: ", et ". */
#define LISTED_BYTES 8

/* Fewer capitals are initials: "JR Roy". */
#define ACRONYM_LETTERS 3

/* Sentences are longer than this. */
#define SENTENCE_BYTES 100

/* Does the address of an element spell the name, in either order: /dupont-anne/? */
static bool
spells(const AuthorEvidence *evidence, uint32_t node, Str name, Str turned)
{
	Str href = page_attr(&evidence->reader->page, node, ATTR_href);
	Str key;

	if (href.len < name.len || href.len > ADDRESS_MAX_BYTES)
		return false;
	key = compare_solid_key(evidence->reader->arena, href);
	return str_find(key, name) >= 0 || str_find(key, turned) >= 0;
}

/* Does a link inside the place, or around it, spell the name? */
static bool
is_spelled(const AuthorEvidence *evidence, const AuthorPlace *place)
{
	Arena *arena = evidence->reader->arena;
	const Page *page = &evidence->reader->page;
	int32_t space = str_find(place->key, STR(" "));
	Str name = compare_solid_key(arena, place->key);
	Str turned;
	uint32_t up = place->node;

	if (space < 0 || name.len < SPELLED_MIN_BYTES)
		return false;
	turned = str_concat(arena, str_sub(place->key, (uint32_t) space + 1, place->key.len),
						str_sub(place->key, 0, (uint32_t) space));
	turned = compare_solid_key(arena, turned);
	for (uint32_t i = place->node; i < author_links_end(place); i++)
		if (page->nodes[i].tag == TAG_a && spells(evidence, i, name, turned))
			return true;
	for (int level = 0; level < LINK_LEVELS && up != 0; level++, up = page->nodes[up].parent)
		if (page->nodes[up].tag == TAG_a && spells(evidence, up, name, turned))
			return true;
	return false;
}

/* Is there a picture beside the place whose alternative text is the name? */
static bool
has_portrait(const AuthorEvidence *evidence, const AuthorPlace *place)
{
	const Page *page = &evidence->reader->page;
	uint32_t from = place->node > PORTRAIT_BEFORE ? place->node - PORTRAIT_BEFORE : 0;
	uint32_t to =
		place->end + PORTRAIT_AFTER < page->nnodes ? place->end + PORTRAIT_AFTER : page->nnodes;

	for (uint32_t i = from; i < to; i++)
	{
		Str alt;

		if (page->nodes[i].tag != TAG_img)
			continue;
		alt = page_attr(page, i, ATTR_alt);
		if (alt.len >= place->key.len && alt.len <= PORTRAIT_MAX_BYTES &&
			compare_contains(compare_key(evidence->reader->arena, alt), place->key))
			return true;
	}
	return false;
}

/* Returns the last word of a name of several, or an empty string. */
static Str
family_of(Str name)
{
	uint32_t start = name.len;

	while (start > 0 && name.data[start - 1] != ' ')
		start--;
	return start > 0 && name.len - start >= FAMILY_MIN_BYTES ? str_sub(name, start, name.len)
															 : STR_NONE;
}

/* Notes whether sentences of the body name the person, in full or by the family name. */
static void
note_sentences(const AuthorEvidence *evidence, AuthorPlace *place, Str name, Str family)
{
	const Reader *reader = evidence->reader;

	for (uint32_t i = evidence->start; i < reader->body_end; i++)
	{
		Str text = reader->blocks.items[i].text;

		if (i == place->block || text.len <= SENTENCE_BYTES ||
			str_find(text, family.len > 0 ? family : name) < 0)
			continue;
		author_note_if(&place->features, AUTHOR_FAMILY_IN_TEXT, family.len > 0);
		if (str_find(text, name) >= 0)
		{
			author_note(&place->features, AUTHOR_IN_TEXT);
			return;
		}
	}
}

/* Is there the word in a text, whole? */
static bool
has_word(Str text, Str word)
{
	uint32_t from = 0;
	int32_t found;

	while ((found = str_find(str_sub(text, from, text.len), word)) >= 0)
	{
		uint32_t start = from + (uint32_t) found;
		uint32_t end = start + word.len;

		if ((start == 0 || text.data[start - 1] == ' ') &&
			(end == text.len || (!ascii_alpha(text.data[end]) && (text.data[end] & 0x80) == 0)))
			return true;
		from = end;
	}
	return false;
}

/* Is the word in lowercase in a sentence of the body? */
static bool
is_in_sentences(const AuthorEvidence *evidence, Str word)
{
	const Reader *reader = evidence->reader;

	for (uint32_t i = evidence->start; i < reader->body_end; i++)
		if (reader->blocks.items[i].text.len > SENTENCE_BYTES &&
			has_word(reader->blocks.items[i].text, word))
			return true;
	return false;
}

/*
 * "Plant Advice": notes a name whose words, with a small letter, are those of the body's sentences.
 * Names of people seldom are.
 */
static void
note_words(const AuthorEvidence *evidence, AuthorPlace *place, Str name)
{
	char word[FAMILY_MAX_BYTES];
	uint32_t start = 0;
	uint32_t all = 0;
	uint32_t found = 0;

	for (uint32_t i = 0; i <= name.len; i++)
	{
		uint32_t len = i - start;

		if (i < name.len && name.data[i] != ' ')
			continue;
		if (len >= FAMILY_MIN_BYTES && len <= FAMILY_MAX_BYTES)
		{
			memcpy(word, name.data + start, len);
			word[0] = ascii_lower(word[0]);
			all++;
			found += word[0] != name.data[start] && is_in_sentences(evidence, str_make(word, len));
		}
		start = i + 1;
	}
	author_note_if(&place->features, AUTHOR_WORDS_ALL, found > 0 && found == all);
}

/* Is every word of the name one of the French dictionary: "Lien Copié"? */
static bool
is_words(Str name)
{
	char word[FOLD_WORD_ROOM];
	uint32_t start = 0;

	for (uint32_t i = 0; i <= name.len; i++)
	{
		if (i < name.len && name.data[i] != ' ')
			continue;
		if (i > start + FOLD_WORD_MAX)
			return false;
		if (i > start && !lexicon_has(str_make(
							 word, fold_word(str_sub(name, start, i - start), word, sizeof(word)))))
			return false;
		start = i + 1;
	}
	return true;
}

/* Is the name a person's beyond doubt: by a given name, an initial, or the metadata? */
static bool
is_sure(const AuthorEvidence *evidence, const BylineName *name)
{
	AuthorName item = {.name = name->name, .kind = name->kind};

	if (given_name_begins(name->name) || given_name_is_initial(name->name))
		return true;
	item.key = compare_key(evidence->reader->arena, name->name);
	for (uint32_t i = 0; i < evidence->ndeclared; i++)
		if (author_list_has(&evidence->declared[i].list, &item))
			return true;
	return false;
}

/* Does a name follow the one before it in the line, after a comma or "and"? */
static bool
is_listed(const Byline *byline, uint32_t i)
{
	const char *end;
	const char *start = byline->names[i].name.data;

	if (i == 0)
		return false;
	end = byline->names[i - 1].name.data + byline->names[i - 1].name.len;
	return start >= end && start - end <= LISTED_BYTES && memchr(end, '\n', start - end) == NULL;
}

/* Is the first word one of three capitals or more: "ACLU Speech Project"? */
static bool
begins_in_capitals(Str name)
{
	uint32_t capitals = 0;

	while (capitals < name.len && name.data[capitals] >= 'A' && name.data[capitals] <= 'Z')
		capitals++;
	return capitals >= ACRONYM_LETTERS && capitals < name.len && name.data[capitals] == ' ';
}

/*
 * "Paloma Ruiz Madrid", and the metadata name Paloma Ruiz: a text that no space sets apart follows
 * the name.  Returns the name as the metadata end it.
 */
static Str
ended_as_declared(const AuthorEvidence *evidence, Str name)
{
	Arena *arena = evidence->reader->arena;
	Str key = compare_key(arena, name);

	for (uint32_t i = 0; i < evidence->ndeclared; i++)
		for (uint32_t k = 0; k < evidence->declared[i].list.count; k++)
		{
			const AuthorName *other = &evidence->declared[i].list.items[k];
			uint32_t end = name.len;

			if (other->kind != BYLINE_IS_PERSON || str_find(other->key, STR(" ")) < 0 ||
				other->key.len >= key.len || key.data[other->key.len] != ' ' ||
				memcmp(key.data, other->key.data, other->key.len) != 0)
				continue;
			while (end > 0 && !str_equal(compare_key(arena, str_sub(name, 0, end)), other->key))
				for (end--; end > 0 && name.data[end] != ' ';)
					end--;
			if (end > 0)
				return str_sub(name, 0, end);
		}
	return name;
}

void
author_end_names(const AuthorEvidence *evidence, AuthorPlace *place)
{
	Byline *byline = &place->byline;

	for (uint32_t i = 0; i < byline->count; i++)
		if (byline->names[i].kind == BYLINE_IS_PERSON)
			byline->names[i].name = ended_as_declared(evidence, byline->names[i].name);
}

/*
 * Next to a name beyond doubt, drops words that only look like a name: "Anne Dupont", "Copy Link",
 * "MDR Thüringen".
 */
void
author_drop_doubtful(const AuthorEvidence *evidence, AuthorPlace *place)
{
	Byline *byline = &place->byline;
	bool sure[BYLINE_MAX_NAMES];
	uint32_t kept = 0;
	bool any = false;

	for (uint32_t i = 0; i < byline->count && byline->count > 1; i++)
		any |= sure[i] =
			is_sure(evidence, &byline->names[i]) ||
			(is_listed(byline, i) && sure[i - 1] && !begins_in_capitals(byline->names[i].name));
	if (!any)
		return;
	for (uint32_t i = 0; i < byline->count; i++)
		if (sure[i] || byline->names[i].kind != BYLINE_IS_PERSON)
			byline->names[kept++] = byline->names[i];
	byline->count = kept;
}

void
author_note_person(const AuthorEvidence *evidence, AuthorPlace *place)
{
	AuthorFeatures *features = &place->features;
	Str title = evidence->reader->article.title;
	Str name = place->byline.names[0].name;
	Str family = family_of(name);
	bool given = author_noted(features, AUTHOR_PRINTED_GIVEN_NAME);

	author_note_if(features, AUTHOR_SPELLED, is_spelled(evidence, place));
	author_note_if(features, AUTHOR_PORTRAIT, has_portrait(evidence, place));
	author_note_if(features, AUTHOR_IN_TITLE, str_find(title, name) >= 0);
	author_note_if(features, AUTHOR_FAMILY_IN_TITLE,
				   family.len > 0 && str_find(title, family) >= 0);
	author_note_if(
		features, AUTHOR_DICTIONARY,
		!given && str_equal_ascii(str_sub(evidence->reader->article.language, 0, 2), STR("fr")) &&
			is_words(name));
	author_note_if(features, AUTHOR_STRANGE_REPEATED,
				   !given && author_noted(features, AUTHOR_REPEATED));
	note_sentences(evidence, place, name, family);
	if (!given && !author_noted(features, AUTHOR_DECLARED))
		note_words(evidence, place, name);
}
