/*
 * rule_file.c
 *	  See rule_file.h.
 */
#include "rules/rule_file.h"

#include "base/array.h"

const Directive directives[DIRECTIVE_COUNT] = {
#define DIRECTIVE(name, kind, use) {#name, DIRECTIVE_KIND_##kind, DIRECTIVE_USE_##use},
#include "rules/directive_list.h"
#undef DIRECTIVE
};

/* A line of the format, taken apart; data of a part that it lacks is NULL. */
typedef struct RuleLine
{
	uint32_t number;
	Str name;
	Str argument;
	Str value;
} RuleLine;

typedef struct RuleReader
{
	RuleFile *file;
	Arena *arena;
	uint32_t size;
	uint32_t paired; /* each find_string before this rule has its replace_string */
} RuleReader;

/* ---------------------------------------------------------------- notes */

void
rule_file_note(RuleFile *file, Arena *arena, RuleNote added)
{
	uint32_t before = file->nnotes;

	file->notes =
		arena_fit(arena, file->notes, file->nnotes, &file->notes_size, 16, sizeof(RuleNote));
	while (before > 0 && file->notes[before - 1].line > added.line)
		before--;
	memmove(&file->notes[before + 1], &file->notes[before],
			sizeof(RuleNote) * (file->nnotes - before));
	file->notes[before] = added;
	file->nnotes++;
}

static void
note(RuleReader *reader, const RuleLine *line, RuleNoteLevel level, const char *message)
{
	rule_file_note(reader->file, reader->arena,
				   (RuleNote){line->number, level, line->name, message});
}

/* ---------------------------------------------------------------- lines */

/*
 * Gets the line at *at, without what ends it: LF, CR or CR LF.  Returns false after the last one.
 */
static bool
next_line(Str text, uint32_t *at, Str *line)
{
	uint32_t start = *at;
	uint32_t end = start;

	if (start >= text.len)
		return false;
	while (end < text.len && text.data[end] != '\n' && text.data[end] != '\r')
		end++;
	*line = str_sub(text, start, end - start);
	if (end + 1 < text.len && text.data[end] == '\r' && text.data[end + 1] == '\n')
		end++;
	*at = end + 1;
	return true;
}

static bool
is_name_byte(char c)
{
	return ascii_alpha(c) || ascii_digit(c) || c == '_' || c == '-';
}

/*
 * Takes the argument in parentheses at *at.  It ends at the first ')' that a colon follows: what is
 * replaced may hold parentheses and colons of its own.
 */
static bool
take_argument(Str text, uint32_t *at, Str *argument)
{
	for (uint32_t end = *at + 1; end < text.len; end++)
	{
		uint32_t after;

		if (text.data[end] != ')')
			continue;
		after = str_skip_space(text, end + 1);
		if (after < text.len && text.data[after] == ':')
		{
			*argument = str_sub(text, *at + 1, end - *at - 1);
			*at = after;
			return true;
		}
	}
	return false;
}

/* Takes a line apart.  Returns false if it is not "name: value" or "name(argument): value". */
static bool
take_apart(Str text, RuleLine *line)
{
	uint32_t at = 0;

	while (at < text.len && is_name_byte(text.data[at]))
		at++;
	line->name = str_sub(text, 0, at);
	line->argument = STR_NONE;
	at = str_skip_space(text, at);
	if (line->name.len == 0 || at == text.len)
		return false;
	if (text.data[at] == '(' && !take_argument(text, &at, &line->argument))
		return false;
	if (text.data[at] != ':')
		return false;
	line->value = str_trim(str_sub(text, at + 1, text.len));
	return true;
}

/* ---------------------------------------------------------------- rules */

static DirectiveId
find_directive(Str name)
{
	for (int i = 0; i < DIRECTIVE_COUNT; i++)
		if (str_equal_ascii(name, str_cstr(directives[i].name)))
			return (DirectiveId) i;
	return DIRECTIVE_COUNT;
}

static bool
takes_argument(DirectiveId directive)
{
	return directive == DIRECTIVE_wrap_in || directive == DIRECTIVE_move_into;
}

/* Returns what is wrong with a line of a directive, or NULL. */
static const char *
line_fault(DirectiveId directive, const RuleLine *line)
{
	if (takes_argument(directive) && line->argument.len == 0)
		return directive == DIRECTIVE_wrap_in ? "the name of an element in parentheses is missing"
											  : "a path in parentheses is missing";
	if (line->argument.data != NULL && !takes_argument(directive) &&
		directive != DIRECTIVE_replace_string && directive != DIRECTIVE_http_header)
		return "this directive takes nothing in parentheses";
	if (line->value.len == 0 && directive != DIRECTIVE_replace_string)
		return "the value is missing";
	return NULL;
}

static bool
read_flag(Str value, bool *flag)
{
	static const Str words[][2] = {{{"yes", 3}, {"no", 2}},
								   {{"true", 4}, {"false", 5}},
								   {{"on", 2}, {"off", 3}},
								   {{"1", 1}, {"0", 1}}};

	for (size_t i = 0; i < lengthof(words); i++)
	{
		*flag = str_equal_ascii(value, words[i][0]);
		if (*flag || str_equal_ascii(value, words[i][1]))
			return true;
	}
	return false;
}

static Rule *
add_rule(RuleReader *reader, DirectiveId directive, const RuleLine *line)
{
	RuleFile *file = reader->file;
	Rule *rule;

	file->rules =
		arena_fit(reader->arena, file->rules, file->count, &reader->size, 16, sizeof(Rule));
	rule = &file->rules[file->count++];
	*rule = (Rule){.directive = (uint8_t) directive,
				   .line = line->number,
				   .argument = line->argument,
				   .value = line->value};
	return rule;
}

/* Gives a replacement to the first find_string that has none: the two kinds of lines alternate. */
static bool
pair_replacement(RuleReader *reader, const RuleLine *line)
{
	RuleFile *file = reader->file;

	for (uint32_t i = reader->paired; i < file->count; i++)
	{
		Rule *rule = &file->rules[i];

		if (rule->directive != DIRECTIVE_find_string)
			continue;
		rule->directive = DIRECTIVE_replace_string;
		rule->argument = rule->value;
		rule->value = line->value;
		reader->paired = i + 1;
		return true;
	}
	return false;
}

/* if_page_contains says when the link before it counts. */
static bool
add_condition(RuleReader *reader, const RuleLine *line)
{
	RuleFile *file = reader->file;
	Rule *last = file->count > 0 ? &file->rules[file->count - 1] : NULL;

	if (last == NULL || last->condition.data != NULL ||
		(last->directive != DIRECTIVE_single_page_link &&
		 last->directive != DIRECTIVE_next_page_link))
		return false;
	last->condition = line->value;
	last->condition_line = line->number;
	return true;
}

static bool
is_attribute_name(Str value)
{
	uint32_t at = 0;

	while (at < value.len && is_name_byte(value.data[at]))
		at++;
	return at == value.len;
}

/*
 * A site's own attribute for the address of an image that a script loads becomes data-src, which
 * is known.
 */
static void
add_lazy_attribute(RuleReader *reader, const RuleLine *line)
{
	static const Str before[] = {{" ", 1}, {"\n", 1}};
	static const Str known[] = {{" data-src=", 10}, {"\ndata-src=", 10}};
	Str name = str_concat(reader->arena, line->value, STR("="));

	for (size_t i = 0; i < lengthof(before); i++)
	{
		Rule *rule = add_rule(reader, DIRECTIVE_replace_string, line);

		rule->argument = str_concat(reader->arena, before[i], name);
		rule->value = known[i];
	}
}

/* Takes a directive that is applied. */
static void
take_rule(RuleReader *reader, DirectiveId directive, const RuleLine *line)
{
	bool flag = false;

	if (directives[directive].kind == DIRECTIVE_KIND_FLAG && !read_flag(line->value, &flag))
		note(reader, line, RULE_NOTE_ERROR, "the value must be yes or no");
	else if (directive == DIRECTIVE_if_page_contains)
	{
		if (!add_condition(reader, line))
			note(reader, line, RULE_NOTE_ERROR,
				 "if_page_contains must follow the single_page_link or next_page_link that it is "
				 "a condition of");
	}
	else if (directive == DIRECTIVE_replace_string && line->argument.data == NULL)
	{
		if (!pair_replacement(reader, line))
			note(reader, line, RULE_NOTE_ERROR, "replace_string without a find_string before it");
	}
	else if (directive == DIRECTIVE_replace_string && line->argument.len == 0)
		note(reader, line, RULE_NOTE_ERROR, "the string to be found is empty");
	else if (directive == DIRECTIVE_src_lazy_load_attr && !is_attribute_name(line->value))
		note(reader, line, RULE_NOTE_ERROR, "the value must be the name of an attribute");
	else if (directive == DIRECTIVE_src_lazy_load_attr)
		add_lazy_attribute(reader, line);
	else
		add_rule(reader, directive, line)->flag = flag;
}

static const char *
use_message(DirectiveUse use)
{
	switch (use)
	{
		case DIRECTIVE_USE_FETCHING:
			return "ignored: it concerns fetching, and article fetches nothing";
		case DIRECTIVE_USE_TESTING:
			return "ignored: it is for tests of the rules";
		case DIRECTIVE_USE_NEEDLESS:
			return "ignored: it has no effect in article";
		case DIRECTIVE_USE_APPLIED:
			break;
	}
	return NULL;
}

static void
read_line(RuleReader *reader, RuleLine *line, Str text)
{
	bool read = take_apart(text, line);
	DirectiveId directive = find_directive(line->name);
	const char *fault;

	if (directive == DIRECTIVE_COUNT && read)
		note(reader, line, RULE_NOTE_ERROR, "unknown directive");
	else if (!read)
	{
		if (directive == DIRECTIVE_COUNT)
			line->name = STR("");
		note(reader, line, RULE_NOTE_ERROR, "not of the form \"directive: value\"");
	}
	else if (directives[directive].use != DIRECTIVE_USE_APPLIED)
		note(reader, line, RULE_NOTE_IGNORED, use_message(directives[directive].use));
	else if ((fault = line_fault(directive, line)) != NULL)
		note(reader, line, RULE_NOTE_ERROR, fault);
	else
		take_rule(reader, directive, line);
}

/* Removes each find_string that has no replacement. */
static void
drop_unpaired(RuleReader *reader)
{
	RuleFile *file = reader->file;
	uint32_t kept = 0;

	for (uint32_t i = 0; i < file->count; i++)
	{
		Rule rule = file->rules[i];

		if (rule.directive != DIRECTIVE_find_string)
			file->rules[kept++] = rule;
		else
			rule_file_note(file, reader->arena,
						   (RuleNote){rule.line, RULE_NOTE_ERROR, STR("find_string"),
									  "find_string without a replace_string after it"});
	}
	file->count = kept;
}

void
rule_file_read(RuleFile *file, Arena *arena, Str text)
{
	RuleReader reader = {.file = file, .arena = arena};
	RuleLine line = {0};
	uint32_t at = 0;
	Str whole;

	memset(file, 0, sizeof(*file));
	if (str_starts_ascii(text, STR("\xEF\xBB\xBF")))
		at = 3;
	while (next_line(text, &at, &whole))
	{
		line.number++;
		whole = str_trim(whole);
		if (whole.len == 0 || whole.data[0] == '#')
			continue;
		if (file->count >= RULES_MOST || file->nnotes == RULES_MOST)
		{
			line.name = STR("");
			note(&reader, &line, RULE_NOTE_ERROR, "too many rules: the rest is left out");
			break;
		}
		read_line(&reader, &line, whole);
	}
	drop_unpaired(&reader);
}
