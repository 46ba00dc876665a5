/*
 * json_ld_live.c
 *	  See json_ld_live.h.
 */
#include "article/declared/json_ld_live.h"

#include "article/declared/facts.h"

static Str
member_text(const JsonLdValue *object, const char *key)
{
	const JsonLdValue *value = json_member(object, key);

	return value != NULL && value->kind == JSON_LD_TEXT ? str_trim(value->text) : STR_NONE;
}

static Str
first_text(const JsonLdValue *object, const char *key, const char *other)
{
	Str text = member_text(object, key);

	return text.len > 0 ? text : member_text(object, other);
}

/* Adds headline and text of an entry as lines. A text may begin with its headline. */
static void
add_text(StrBuf *body, Str title, Str text)
{
	if (title.len > 0 && !str_starts_ascii(text, title))
	{
		strbuf_add(body, title);
		strbuf_add_char(body, '\n');
	}
	strbuf_add(body, text);
	strbuf_add_char(body, '\n');
}

static void
add_entry(Reader *reader, const JsonLdValue *update, StrBuf *body)
{
	Facts *facts = &reader->facts;
	Str title = fact_clean(reader->arena, first_text(update, "headline", "name"));
	Str text = first_text(update, "articleBody", "text");
	Str date = first_text(update, "datePublished", "dateCreated");

	add_text(body, title, text);
	if (facts->nentries == FACT_MAX_ENTRIES || (title.len == 0 && date.len == 0))
		return;
	if (facts->entries == NULL)
		facts->entries = arena_array(reader->arena, FactEntry, FACT_MAX_ENTRIES);
	facts->entries[facts->nentries++] =
		(FactEntry){title.len > 0 ? title : STR_NONE, str_copy(reader->arena, date)};
}

void
json_ld_read_entries(Reader *reader, const JsonLdTrees *trees, const JsonLdValue *object)
{
	const JsonLdValue *updates = json_member(object, "liveBlogUpdate");
	const JsonLdValue *update;
	Arena scratch;
	StrBuf body;

	if (updates == NULL || reader->facts.nentries > 0)
		return;
	scratch = arena_scratch(reader->arena);
	strbuf_init(&body, &scratch);
	update = updates->kind == JSON_LD_ARRAY ? updates->first : updates;
	while (update != NULL)
	{
		const JsonLdValue *resolved = json_ld_resolve(trees, update);

		if (resolved->kind == JSON_LD_OBJECT)
			add_entry(reader, resolved, &body);
		update = updates->kind == JSON_LD_ARRAY ? update->next : NULL;
	}
	if (first_text(object, "articleBody", "text").len == 0)
		reader->facts.entries_text = fact_clean_lines(reader->arena, strbuf_str(&body));
	arena_free(&scratch);
}
