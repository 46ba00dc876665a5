/*
 * name.c
 *	  SQL: article_names.  An article in; people, places and organisations out as rows.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "catalog/pg_type.h"
#include "utils/array.h"

#include "french/name.h"
#include "pg/compat.h"
#include "pg/memory.h"
#include "pg/passage.h"
#include "pg/servertext.h"

enum
{
	COLUMN_NAME,
	COLUMN_KIND,
	COLUMN_ROLE,
	COLUMN_MENTIONS,
	COLUMN_FORMS,
	COLUMN_STARTS,
	COLUMN_LENGTHS
};

/* The mentions of all names, sorted by name, then by place. */
typedef struct MentionPlaces
{
	Datum *starts;
	Datum *lengths;
	Str *texts;
	uint32 *first; /* for each name, the number of its first mention; one more for the end */
} MentionPlaces;

/* Counting sort of the mentions by name; their places are computed in the order of the text. */
static void
sort_mentions(PassageList *list, const Names *names, Arena *arena, MentionPlaces *places)
{
	uint32 *next = arena_array(arena, uint32, names->count + 1);

	places->starts = arena_array(arena, Datum, names->mention_count + 1);
	places->lengths = arena_array(arena, Datum, names->mention_count + 1);
	places->texts = arena_array(arena, Str, names->mention_count + 1);
	places->first = arena_array(arena, uint32, names->count + 1);
	places->first[0] = 0;
	for (uint32 i = 0; i < names->count; i++)
		places->first[i + 1] = places->first[i] + names->items[i].mentions;
	memcpy(next, places->first, sizeof(uint32) * names->count);
	for (uint32 i = 0; i < names->mention_count; i++)
	{
		const NameMention *mention = &names->mentions[i];
		uint32 slot = next[mention->name]++;
		RowValues row;

		passage_place(list, &row, mention->text);
		places->starts[slot] = row.value[0];
		places->lengths[slot] = row.value[1];
		places->texts[slot] = mention->text;
	}
}

/* The different texts of some mentions, in the order of the text, as an array. */
static Datum
forms_array(const Str *texts, uint32 count)
{
	Datum *forms = palloc(sizeof(Datum) * count);
	StrList seen = {NULL, 0, 0};
	Arena arena;
	int nforms = 0;

	arena_init(&arena, memory_allocator(CurrentMemoryContext));
	for (uint32 i = 0; i < count && nforms < 64; i++)
	{
		if (strlist_has(&seen, texts[i]))
			continue;
		strlist_add(&seen, &arena, texts[i]);
		forms[nforms++] = servertext_datum(texts[i]);
	}
	arena_free(&arena);
	return PointerGetDatum(construct_array(forms, nforms, TEXTOID, -1, false, TYPALIGN_INT));
}

static Datum
int_array(Datum *values, uint32 count)
{
	return PointerGetDatum(
		construct_array(values, (int) count, INT4OID, sizeof(int32), true, TYPALIGN_INT));
}

static void
put_name(PassageList *list, const Names *names, uint32 number, const MentionPlaces *places)
{
	const TextName *name = &names->items[number];
	uint32 first = places->first[number];
	RowValues row = {0};

	row.value[COLUMN_NAME] = servertext_datum(name->full);
	row.value[COLUMN_KIND] = servertext_datum(str_cstr(name_kind_name(name->kind)));
	row.isnull[COLUMN_ROLE] = name->role.len == 0;
	if (name->role.len > 0)
		row.value[COLUMN_ROLE] = servertext_datum(name->role);
	row.value[COLUMN_MENTIONS] = Int32GetDatum((int32) name->mentions);
	row.value[COLUMN_FORMS] = forms_array(places->texts + first, name->mentions);
	row.value[COLUMN_STARTS] = int_array(places->starts + first, name->mentions);
	row.value[COLUMN_LENGTHS] = int_array(places->lengths + first, name->mentions);
	passage_put(list, &row);
}

SQL_FUNCTION(article_names);
Datum
article_names(PG_FUNCTION_ARGS)
{
	text *body = passage_article_text(PG_GETARG_HEAPTUPLEHEADER(0), "body");
	MentionPlaces places;
	PassageList list;
	Names names;
	Arena arena;

	arena_init(&arena, memory_allocator(CurrentMemoryContext));
	passage_open(&list, fcinfo, body != NULL ? passage_argument(&arena, body) : STR(""));
	names_find(&names, &arena, list.text);
	sort_mentions(&list, &names, &arena, &places);
	for (uint32 i = 0; i < names.count; i++)
	{
		if (names.items[i].kind != NAME_UNKNOWN && names.items[i].mentions > 0)
			put_name(&list, &names, i, &places);
	}
	arena_free(&arena);
	return (Datum) 0;
}
