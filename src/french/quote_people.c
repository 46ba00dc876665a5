/*
 * quote_people.c
 *	  See quote_people.h.
 */
#include "french/quote_people.h"

#include "text/fold.h"

/* A pronoun refers at most so many sentences back. */
#define RECALL_SENTENCES 4

/* The last word of a name. */
static Str
family_name(Str name)
{
	uint32_t start = name.len;

	while (start > 0 && name.data[start - 1] != ' ')
		start--;
	return str_sub(name, start, name.len);
}

static uint64_t
family_hash(Str name)
{
	char room[FOLD_WORD_ROOM];
	Str family = family_name(name);

	return str_hash(
		str_make(room, fold_plain(str_sub(family, 0, FOLD_WORD_MAX), room, sizeof(room))));
}

/* Do both names end in the same word? */
static bool
same_family(Str a, Str b)
{
	char first[FOLD_WORD_ROOM];
	char second[FOLD_WORD_ROOM];
	size_t len = fold_plain(str_sub(family_name(a), 0, FOLD_WORD_MAX), first, sizeof(first));

	return len == fold_plain(str_sub(family_name(b), 0, FOLD_WORD_MAX), second, sizeof(second)) &&
		   memcmp(first, second, len) == 0;
}

/* The slot of a name, or the free one where it belongs. */
static uint32_t
find_slot(const QuotePeople *people, Str name)
{
	uint32_t slot = (uint32_t) (family_hash(name) % PEOPLE_SLOTS);

	for (uint32_t i = 0; i < HASH_MOST_PROBES && people->full[slot].data != NULL; i++)
	{
		if (same_family(people->full[slot], name))
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
	if (people->full[slot].data == NULL || !same_family(people->full[slot], speaker->name))
	{
		if (people->full[slot].data != NULL || people->count >= PEOPLE_SLOTS / 2)
			return;
		people->full[slot] = speaker->name;
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
	if (people->full[slot].data == NULL || !same_family(people->full[slot], name) ||
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
	if (full.data == NULL || full.len <= name.len || !same_family(full, name))
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

/* Can a pronoun of these classes stand for the speaker? What is not known of either does not count. */
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
