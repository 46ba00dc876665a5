/*
 * quote_people.c
 *	  See quote_people.h.
 */
#include "french/quote_people.h"

#include "french/name_alike.h"

/* Names with one hash that are compared; the text may choose them. */
#define PROBES_MAX 16

/* Most sentences between a pronoun and the person it refers to. */
#define RECALL_SENTENCES 4

static Str
first_word(Str name)
{
	const char *space = memchr(name.data, ' ', name.len);

	return space != NULL ? str_sub(name, 0, (uint32_t) (space - name.data)) : name;
}

/* May both be forms of one name: the same last word, in any spelling, and no two given names? */
static bool
same_person(Str a, Str b)
{
	Str first = first_word(a);
	Str second = first_word(b);

	if (!name_spelled_alike(name_last_word(a), name_last_word(b)))
		return false;
	return first.len == a.len || second.len == b.len || name_spelled_alike(first, second);
}

/* The slot of a name, or the free one where it belongs. */
static uint32_t
find_slot(const QuotePeople *people, Str name)
{
	uint32_t hash = name_family_hash(name);
	uint32_t slot = hash % PEOPLE_SLOTS;

	for (uint32_t i = 0; i < PROBES_MAX && people->full[slot].data != NULL; i++)
	{
		/* Spellings are compared at the price of some microseconds. */
		if (people->hash[slot] == hash && same_person(people->full[slot], name))
			return slot;
		slot = (slot + 1) % PEOPLE_SLOTS;
	}
	return slot;
}

void
people_add(QuotePeople *people, const Speaker *speaker)
{
	uint32_t slot;

	if (!speaker->person || speaker->name.len == 0)
		return;
	slot = find_slot(people, speaker->name);
	if (people->full[slot].data == NULL || !same_person(people->full[slot], speaker->name))
	{
		if (people->full[slot].data != NULL || people->count >= PEOPLE_SLOTS / 2)
			return;
		people->full[slot] = speaker->name;
		people->hash[slot] = name_family_hash(speaker->name);
		people->count++;
	}
	if (speaker->name.len > people->full[slot].len &&
		memchr(people->full[slot].data, ' ', people->full[slot].len) == NULL)
		people->full[slot] = speaker->name;
	if (speaker->role.len > people->role[slot].len)
		people->role[slot] = speaker->role;
}

Str
people_role(const QuotePeople *people, Str name, Str role)
{
	uint32_t slot;

	if (name.len == 0)
		return role;
	slot = find_slot(people, name);
	if (people->full[slot].data == NULL || !same_person(people->full[slot], name) ||
		people->role[slot].len < role.len)
		return role;
	return people->role[slot];
}

Str
people_fullest(const QuotePeople *people, Str name)
{
	Str full;

	if (name.len == 0)
		return name;
	full = people->full[find_slot(people, name)];
	if (full.data == NULL || full.len <= name.len || !same_person(full, name))
		return name;
	return full;
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
		bool article = i > 0 && items->items[i - 1].kind == ITEM_WORD &&
					   (items->items[i - 1].classes & W_DETERMINER);

		if (items->items[i].kind != ITEM_WORD || !(items->items[i].classes & (W_CAPITAL | W_TITLE)))
			continue;
		speaker_name_end(sentence, i, &words);
		if (words > 2 && i > 0 && items->items[i - 1].kind == ITEM_WORD &&
			(items->items[i - 1].classes & (W_PREPOSITION | W_OF)))
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
	if (!named)
	{
		people->named = speaker;
		people->seen = number;
	}
}

/* Can a pronoun of these classes stand for the speaker? What is not known of either is no bar. */
static bool
agrees(const Speaker *speaker, uint32_t classes)
{
	uint32_t known = speaker->classes;

	if ((classes & W_FEMININE) && (known & W_MASCULINE) && !(known & W_FEMININE))
		return false;
	if ((classes & W_MASCULINE) && (known & W_FEMININE) && !(known & W_MASCULINE))
		return false;
	return classes == 0 || (classes & W_PLURAL) == (known & W_PLURAL) ||
		   (!(classes & W_PLURAL) && known == 0);
}

bool
people_recall(const QuotePeople *people, uint32_t classes, uint32_t number, Speaker *speaker)
{
	bool spoken = people->speaker.name.data != NULL &&
				  number - people->spoken <= RECALL_SENTENCES && agrees(&people->speaker, classes);
	bool seen = people->named.name.data != NULL && number - people->seen <= RECALL_SENTENCES &&
				agrees(&people->named, classes) && (classes != 0 || people->named.person);

	if (spoken && (!seen || people->spoken >= people->seen || !people->named.person))
		*speaker = people->speaker;
	else if (seen)
		*speaker = people->named;
	return spoken || seen;
}
