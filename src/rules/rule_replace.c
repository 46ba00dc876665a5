/*
 * rule_replace.c
 *	  See rule_replace.h.
 */
#include "rules/rule_replace.h"

/* How often a string is found, without overlaps. */
static size_t
count_found(const Arena *arena, Str source, Str needle)
{
	size_t polled = 0;
	size_t count = 0;

	for (uint32_t at = 0; at < source.len; count++)
	{
		int32_t found = str_find(str_sub(source, at, source.len), needle);

		if (found < 0)
			break;
		at += (uint32_t) found + needle.len;
		arena_poll_at(arena, at, &polled);
	}
	return count;
}

static Str
replace(Arena *arena, Str source, Str needle, Str with, size_t size)
{
	size_t polled = 0;
	uint32_t at = 0;
	StrBuf out;

	strbuf_init(&out, arena);
	strbuf_reserve(&out, size);
	for (;;)
	{
		Str rest = str_sub(source, at, source.len);
		int32_t found = str_find(rest, needle);

		strbuf_add(&out, found < 0 ? rest : str_sub(rest, 0, (uint32_t) found));
		if (found < 0)
			return strbuf_str(&out);
		strbuf_add(&out, with);
		at += (uint32_t) found + needle.len;
		arena_poll_at(arena, at, &polled);
	}
}

/* The source so far, in an arena that ends when the next rule has been applied. */
typedef struct Replaced
{
	Arena arena;
	Str source;
	bool any;
} Replaced;

static void
apply(Replaced *replaced, const Rule *rule, size_t most)
{
	Str source = replaced->source;
	size_t count = count_found(&replaced->arena, source, rule->argument);
	size_t size = source.len - count * rule->argument.len + count * rule->value.len;
	Arena next;

	if (count == 0 || size > most)
		return;
	next = arena_scratch(&replaced->arena);
	replaced->source = replace(&next, source, rule->argument, rule->value, size);
	arena_free(&replaced->arena);
	replaced->arena = next;
	replaced->any = true;
}

Str
rules_replace(const RuleFile *file, Arena *arena, Str source)
{
	const size_t most = (size_t) source.len * 2 + 65536;
	Replaced replaced = {arena_scratch(arena), source, false};
	uint32_t applied = 0;
	Str result;

	for (uint32_t i = 0; i < file->count && applied < RULES_MOST_REPLACED; i++)
		if (file->rules[i].directive == DIRECTIVE_replace_string)
		{
			arena_poll(arena);
			apply(&replaced, &file->rules[i], most);
			applied++;
		}
	result = replaced.any ? str_copy(arena, replaced.source) : source;
	arena_free(&replaced.arena);
	return result;
}
