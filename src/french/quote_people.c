/*
 * quote_people.c
 *	  See quote_people.h.
 */
#include "french/quote_people.h"

#include "french/name_alike.h"
#include "french/name_mention.h"

/* Names with one hash that are compared; the text may choose them. */
#define PROBES_MAX 16

/* Most sentences between a pronoun and the person it refers to. */
#define RECALL_SENTENCES 4

/* A name that is looked for. */
typedef struct Wanted
{
	Str name;
	uint32_t hash;
	NameBits given;
	NameBits family;
} Wanted;

/* May both be forms of one name: the same last word, in any spelling, and no two given names? */
static bool
same_person(QuotePeople *people, uint32_t slot, Wanted *wanted)
{
	Str name = people->full[slot];
	Str first = str_first_word(name);
	Str second = str_first_word(wanted->name);

	if (!name_words_alike(name_last_word(name), &people->family[slot], name_last_word(wanted->name),
						  &wanted->family))
		return false;
	return first.len == name.len || second.len == wanted->name.len ||
		   name_words_alike(first, &people->given[slot], second, &wanted->given);
}

/*
 * Finds the slot of a name. Returns false if it has none; *slot is then the free one where it
 * belongs, or one that is taken.
 */
static bool
find_slot(QuotePeople *people, Str name, uint32_t *slot)
{
	Wanted wanted = {.name = name, .hash = name_family_hash(name)};

	*slot = wanted.hash % PEOPLE_SLOTS;
	for (uint32_t i = 0; i < PROBES_MAX && people->full[*slot].data != NULL; i++)
	{
		if (people->hash[*slot] == wanted.hash && same_person(people, *slot, &wanted))
			return true;
		*slot = (*slot + 1) % PEOPLE_SLOTS;
	}
	return false;
}

static void
set_name(QuotePeople *people, uint32_t slot, Str name)
{
	people->full[slot] = name;
	people->given[slot] = people->family[slot] = (NameBits){0, 0};
}

void
people_add(QuotePeople *people, const Speaker *speaker)
{
	uint32_t slot;

	if (!speaker->person || speaker->name.len == 0)
		return;
	if (!find_slot(people, speaker->name, &slot))
	{
		if (people->full[slot].data != NULL || people->count >= PEOPLE_SLOTS / 2)
			return;
		set_name(people, slot, speaker->name);
		people->hash[slot] = name_family_hash(speaker->name);
		people->count++;
	}
	if (speaker->name.len > people->full[slot].len && !str_has_space(people->full[slot]))
		set_name(people, slot, speaker->name);
	if (speaker->role.len > people->role[slot].len)
		people->role[slot] = speaker->role;
}

Str
people_role(QuotePeople *people, Str name, Str role)
{
	uint32_t slot;

	if (name.len == 0 || !find_slot(people, name, &slot) || people->role[slot].len < role.len)
		return role;
	return people->role[slot];
}

Str
people_fullest(QuotePeople *people, Str name)
{
	uint32_t slot;

	if (name.len == 0 || !find_slot(people, name, &slot) || people->full[slot].len <= name.len)
		return name;
	return people->full[slot];
}

/* Is the speaker somebody who was just named: ce routier, cette élue? */
static bool
refers_back(const QuotePeople *people, const Speaker *speaker, uint32_t number)
{
	return !speaker->person && people->named.person && number - people->seen <= 2 &&
		   (str_starts_ascii(speaker->name, STR("ce ")) ||
			str_starts_ascii(speaker->name, STR("cet ")) ||
			str_starts_ascii(speaker->name, STR("cette ")));
}

void
people_read(QuotePeople *people, QuoteSentence sentence, uint32_t number)
{
	const QuoteItems *items = sentence.items;
	Speaker speaker;
	bool named = false;

	for (uint32_t i = 0; i < items->count; i++)
	{
		uint32_t words;
		uint32_t end;
		bool article = i > 0 && items->items[i - 1].kind == QUOTE_ITEM_WORD &&
					   (items->items[i - 1].classes & QUOTE_WORD_DETERMINER);

		if (items->items[i].kind != QUOTE_ITEM_WORD ||
			!(items->items[i].classes & (QUOTE_WORD_CAPITAL | QUOTE_WORD_TITLE)))
			continue;
		speaker_name_end(sentence, i, &words);
		if (words > 2 && i > 0 && items->items[i - 1].kind == QUOTE_ITEM_WORD &&
			(items->items[i - 1].classes & (QUOTE_WORD_PREPOSITION | QUOTE_WORD_OF)))
		{
			i++; /* sur Twitter Anne Petit, maire de Lens Anne Petit */
			words--;
		}
		end = speaker_read(sentence, i, &speaker);
		if (end <= i || !speaker.person || article || words > 3)
			continue;
		people_add(people, &speaker);
		people->named = speaker;
		people->seen = number;
		named = true;
		i = end - 1;
	}
	if (speaker_first(sentence, items->count, &speaker) == 0 || speaker.pronoun)
		return;
	people_add(people, &speaker);
	if (!named && !refers_back(people, &speaker, number))
	{
		people->named = speaker;
		people->seen = number;
	}
}

/*
 * Can a pronoun of these classes stand for the speaker? What is unknown of either does not rule it
 * out.
 */
static bool
agrees(const Speaker *speaker, uint32_t classes)
{
	uint32_t known = speaker->classes;

	if ((classes & QUOTE_WORD_FEMININE) && (known & QUOTE_WORD_MASCULINE) &&
		!(known & QUOTE_WORD_FEMININE))
		return false;
	if ((classes & QUOTE_WORD_MASCULINE) && (known & QUOTE_WORD_FEMININE) &&
		!(known & QUOTE_WORD_MASCULINE))
		return false;
	return classes == 0 || (classes & QUOTE_WORD_PLURAL) == (known & QUOTE_WORD_PLURAL) ||
		   (!(classes & QUOTE_WORD_PLURAL) && known == 0);
}

/* Do its own words tell that a speaker has the gender of a pronoun of these classes? */
static bool
agrees_surely(const Speaker *speaker, uint32_t classes)
{
	return (speaker->classes & classes & (QUOTE_WORD_FEMININE | QUOTE_WORD_MASCULINE)) != 0;
}

bool
people_recall(const QuotePeople *people, uint32_t classes, uint32_t number, Speaker *speaker)
{
	bool spoken = people->speaker.name.data != NULL &&
				  number - people->spoken <= RECALL_SENTENCES && agrees(&people->speaker, classes);
	bool seen =
		people->named.name.data != NULL && number - people->seen <= RECALL_SENTENCES &&
		agrees(&people->named, classes) &&
		(classes != 0 || people->named.person || name_role_head(people->named.name).len > 0);

	if (seen && people->seen > people->spoken && agrees_surely(&people->named, classes) &&
		!agrees_surely(&people->speaker, classes))
		*speaker = people->named; /* sa femme, where nothing tells the speaker's gender */
	else if (spoken && (!seen || people->spoken >= people->seen || !people->named.person))
		*speaker = people->speaker;
	else if (seen)
		*speaker = people->named;
	return spoken || seen;
}

bool
people_is_someone(const Speaker *speaker)
{
	return speaker->person || speaker->pronoun || name_role_head(speaker->name).len > 0;
}
