/*
 * name.c
 *	  See name.h. Each mention is joined to the name that it may be a form of: one with the same
 *	  family name, however it is spelled (name_key.h), and no other given name. Evidence adds up
 *	  over the mentions of a name, and decides its kind in the end.
 */
#include "french/name.h"

#include "base/sort.h"
#include "french/char_class.h"
#include "french/name_alike.h"
#include "french/name_mention.h"
#include "french/sentence.h"
#include "text/fold.h"

#define INDEX_SLOTS 4096
#define CHAIN_MAX 16   /* names with one hash that are compared; the text may choose them */
#define EVIDENCE_MIN 3 /* points that make a kind sure (name_mention.c) */
#define SHOUTED_WORDS_MIN 4

/* "la porte-parole": whom it means is known at the end. */
typedef struct RoleMention
{
	Str text;
	Str head;
} RoleMention;

typedef struct NameSearch
{
	Arena *arena;
	Names *names;
	uint32_t index[INDEX_SLOTS]; /* by hash: number of a name, plus 1 */
	RoleMention *roles;
	uint32_t role_count;
	uint32_t role_size;
} NameSearch;

const char *
name_kind_name(NameKind kind)
{
	static const char *const kinds[] = {NULL, "person", "place", "organisation"};

	return kinds[kind];
}

/* ---------------------------------------------------------------- one name and another */

/* May both be forms of one name: Anne Petit, A. Petit, Petit? */
static bool
may_be_same(TextName *name, const FoundName *found, NameBits *other_given, NameBits *other_family)
{
	Str given = str_first_word(name->full);
	Str other = str_first_word(found->text);

	if (!name_words_alike(name_last_word(name->full), &name->family, name_last_word(found->text),
						  other_family))
		return false;
	if (str_has_space(name->full) != str_has_space(found->text))
		return true;
	if (!str_has_space(name->full))
		return name_same_folded(name->full, found->text) || name->evidence[NAME_PERSON] > 0;
	if (given.len <= 2 || other.len <= 2 || given.data[1] == '.' || other.data[1] == '.')
		return given.data[0] == other.data[0];
	return name_words_alike(given, &name->given, other, other_given);
}

/* ---------------------------------------------------------------- the index */

/* Is this the name of a place or an organisation rather than of a person? */
static bool
is_thing(const int *evidence)
{
	return evidence[NAME_PLACE_NAME] > evidence[NAME_PERSON] ||
		   evidence[NAME_ORGANISATION_NAME] > evidence[NAME_PERSON];
}

/* Returns the number of the name that a mention is a form of, plus 1; 0 if it is a new one. */
static uint32_t
find_name(const NameSearch *search, uint32_t hash, const FoundName *found)
{
	uint32_t number = search->index[hash % INDEX_SLOTS];
	bool thing = is_thing(found->evidence);
	NameBits given = {0, 0};
	NameBits family = {0, 0};

	for (int i = 0; i < CHAIN_MAX && number != 0;)
	{
		TextName *name = &search->names->items[number - 1];

		if (name->hash != hash)
		{
			number = name->next;
			continue;
		}
		i++;
		if (name_same_folded(name->full, found->text))
			return number;
		if (!thing && !is_thing(name->evidence) && may_be_same(name, found, &given, &family))
			return number;
		number = name->next;
	}
	return 0;
}

static uint32_t
add_name(NameSearch *search, uint32_t hash, const FoundName *found)
{
	Names *names = search->names;
	TextName *name = &names->items[names->count];

	*name =
		(TextName){.full = found->text, .hash = hash, .next = search->index[hash % INDEX_SLOTS]};
	search->index[hash % INDEX_SLOTS] = ++names->count;
	return names->count;
}

static void
add_mention(NameSearch *search, Str text, uint32_t number)
{
	Names *names = search->names;

	names->mentions = arena_fit(search->arena, names->mentions, names->mention_count,
								&names->mention_size, 64, sizeof(NameMention));
	names->mentions[names->mention_count++] = (NameMention){text, number};
	names->items[number].mentions++;
}

/* Joins a mention to its name. */
static void
take_mention(NameSearch *search, const FoundName *found)
{
	uint32_t hash = name_family_hash(found->text);
	uint32_t number = find_name(search, hash, found);
	TextName *name;

	if (number == 0)
	{
		if (search->names->count == NAMES_MAX)
			return;
		number = add_name(search, hash, found);
	}
	name = &search->names->items[number - 1];
	if (found->text.len > name->full.len)
	{
		name->full = found->text;
		name->given = name->family = (NameBits){0, 0};
	}
	if (found->role.len > name->role.len)
		name->role = found->role;
	for (int kind = NAME_PERSON; kind <= NAME_ORGANISATION_NAME; kind++)
		name->evidence[kind] += found->evidence[kind];
	add_mention(search, found->text, number - 1);
}

/* ---------------------------------------------------------------- sentences */

static void
add_role(NameSearch *search, Str text, Str head)
{
	search->roles = arena_fit(search->arena, search->roles, search->role_count, &search->role_size,
							  32, sizeof(RoleMention));
	search->roles[search->role_count++] = (RoleMention){text, head};
}

/* Is the line in capitals, so that they tell nothing? */
static bool
is_shouted(QuoteSentence sentence)
{
	uint32_t words = 0;
	uint32_t shouted = 0;

	for (uint32_t i = 0; i < sentence.items->count; i++)
	{
		Str word = speaker_text(sentence, i, i + 1);

		if (sentence.items->items[i].kind != QUOTE_ITEM_WORD || word.len < 2)
			continue;
		words++;
		shouted += char_class_is_capital(text_char_at(word, 0).code) &&
				   char_class_is_capital(text_char_before(word, word.len).code);
	}
	return words >= SHOUTED_WORDS_MIN && shouted * 2 > words;
}

static void
read_sentence(NameSearch *search, QuoteItems *items, QuoteSentence sentence)
{
	if (is_shouted(sentence))
		return;
	name_mention_first(items, sentence.text);
	for (uint32_t i = 0; i < sentence.items->count;)
	{
		FoundName found;
		Str head;
		Str role = name_mention_role(sentence, i, &head);

		if (role.len > 0)
			add_role(search, role, head);
		if (!is_word(item_at(sentence, i), QUOTE_WORD_CAPITAL | QUOTE_WORD_TITLE))
		{
			i++;
			continue;
		}
		i = name_mention_read(sentence, i, &found);
		if (found.words > 0 && found.text.len <= FOLD_WORD_MAX)
			take_mention(search, &found);
	}
}

/* ---------------------------------------------------------------- in the end */

static void
decide_kind(TextName *name)
{
	NameKind best = NAME_PERSON;
	bool tied = false;

	for (int kind = NAME_PLACE_NAME; kind <= NAME_ORGANISATION_NAME; kind++)
	{
		if (name->evidence[kind] > name->evidence[best])
			best = (NameKind) kind;
	}
	for (int kind = NAME_PERSON; kind <= NAME_ORGANISATION_NAME; kind++)
		tied = tied || (kind != (int) best && name->evidence[kind] == name->evidence[best]);
	if (name->evidence[best] >= EVIDENCE_MIN && !tied)
		name->kind = best;
	if (name->kind != NAME_PERSON)
		name->role = STR_NONE;
	else
		name->head = name_role_head(name->role);
}

/* The one person with this function, plus 1; 0 if there is none, or several. */
static uint32_t
find_by_head(const Names *names, Str head)
{
	uint32_t found = 0;

	for (uint32_t i = 0; i < names->count; i++)
	{
		if (names->items[i].head.len == 0 || !name_same_folded(names->items[i].head, head))
			continue;
		if (found > 0)
			return 0;
		found = i + 1;
	}
	return found;
}

/* How many mentions by function or given name are looked up: each costs a pass over the names. */
#define LOOKUPS_MAX 512

static void
join_roles(NameSearch *search)
{
	for (uint32_t i = 0; i < search->role_count && i < LOOKUPS_MAX; i++)
	{
		uint32_t number = find_by_head(search->names, search->roles[i].head);

		arena_poll(search->arena);
		if (number > 0)
			add_mention(search, search->roles[i].text, number - 1);
	}
}

/* The one person with this given name, plus 1; 0 if there is none, or several. */
static uint32_t
find_by_given(const Names *names, Str given)
{
	uint32_t found = 0;

	for (uint32_t i = 0; i < names->count; i++)
	{
		const TextName *name = &names->items[i];

		if (name->kind != NAME_PERSON || !str_has_space(name->full) ||
			!name_same_folded(str_first_word(name->full), given))
			continue;
		if (found > 0)
			return 0;
		found = i + 1;
	}
	return found;
}

/* Joins names of one word whose kind is not clear to the person with that given name. */
static void
join_given(NameSearch *search)
{
	Names *names = search->names;
	uint32_t *person = arena_array(search->arena, uint32_t, names->count + 1);
	uint32_t lookups = 0;

	for (uint32_t i = 0; i < names->count; i++)
	{
		const TextName *name = &names->items[i];

		person[i] = i;
		if (name->kind != NAME_UNKNOWN || str_has_space(name->full) || lookups == LOOKUPS_MAX)
			continue;
		lookups++;
		arena_poll(search->arena);
		if (find_by_given(names, name->full) > 0)
			person[i] = find_by_given(names, name->full) - 1;
	}
	for (uint32_t i = 0; i < names->mention_count; i++)
	{
		NameMention *mention = &names->mentions[i];
		uint32_t name = person[mention->name];

		names->items[mention->name].mentions--;
		names->items[name].mentions++;
		mention->name = name;
	}
}

static int
compare_mentions(const void *a, const void *b)
{
	const char *first = ((const NameMention *) a)->text.data;
	const char *second = ((const NameMention *) b)->text.data;

	return first < second ? -1 : first > second;
}

void
names_find(Names *names, Arena *arena, Str text)
{
	NameSearch *search = arena_new(arena, NameSearch);
	QuoteItems *items = arena_new(arena, QuoteItems);
	QuoteSentence sentence = {text, items};
	QuoteMarks none = {NULL, 0, 0};
	SentenceScanner scanner;
	Str found;
	uint32_t mark = 0;

	*names = (Names){.items = arena_array(arena, TextName, NAMES_MAX)};
	search->arena = arena;
	search->names = names;
	sentence_start(&scanner, arena, text);
	while (sentence_next(&scanner, &found))
	{
		uint32_t start = (uint32_t) (found.data - text.data);
		uint32_t end = start + found.len;

		while (start < end)
		{
			arena_poll(arena);
			start = quote_items_read(items, text, start, end, &none, &mark);
			read_sentence(search, items, sentence);
		}
	}
	for (uint32_t i = 0; i < names->count; i++)
		decide_kind(&names->items[i]);
	join_given(search);
	join_roles(search);
	arena_sort(arena, names->mentions, names->mention_count, sizeof(NameMention), compare_mentions);
}
