/*
 * ruling.c
 *	  What the stages need to obey a site's rules: names of their lines, and which fields the rules
 *	  name and do not find.
 */
#include "article/reader.h"

#include <stdio.h>

#include "base/array.h"

const char *
ruled_text(const Reader *reader, const char *format, uint32_t line)
{
	size_t size = strlen(format) + 16;
	char *text = arena_alloc(reader->arena, size);

	snprintf(text, size, format, line);
	return text;
}

const char *
ruled_source(const Reader *reader, uint32_t line)
{
	return ruled_text(reader, "rule in line %u", line);
}

bool
ruled_only(const Reader *reader, uint32_t field)
{
	return reader->ruling != NULL && reader->ruling->only_rules &&
		   (reader->ruling->named & ~reader->ruled & field) != 0;
}

void
rules_missed(Reader *reader)
{
	static const struct
	{
		uint32_t field;
		Str name;
	} fields[] = {{RULED_TITLE, {"title", 5}},
				  {RULED_AUTHORS, {"authors", 7}},
				  {RULED_DATE, {"published_at", 12}},
				  {RULED_BODY, {"body", 4}}};

	if (reader->ruling == NULL)
		return;
	for (size_t i = 0; i < lengthof(fields); i++)
		if (reader->ruling->named & ~reader->ruled & fields[i].field)
			strlist_add(&reader->article.rules_missed, reader->arena, fields[i].name);
	if (reader->misfit != 0)
		strlist_add(&reader->article.rules_missed, reader->arena, STR("strip"));
	for (uint32_t i = 0; i < reader->ruling->over.count; i++)
		strlist_add(&reader->article.rules_over_limit, reader->arena,
					str_cstr(ruled_text(reader, "line %u", reader->ruling->over.items[i])));
	reader->article.native_ad = reader->ruling->native_ad;
}
