/*
 * rule_set.c
 *	  See rule_set.h.
 */
#include "rules/rule_set.h"

#include "rules/rule_replace.h"

/*
 * Limits on the compilation of one path, in XPath operations and bytes.  All paths of the 1960
 * files of ftr-site-config compile within them.
 */
#define COMPILE_OPERATIONS 100000
#define COMPILE_MEMORY ((size_t) 1024 * 1024)

/* The most paths of one rule. */
#define RULE_PATHS 3

/* Bytes of a name that a note repeats. */
#define LONGEST_TOLD 64

static Str
rewrite(const void *context, Arena *arena, Str source)
{
	const RuleSet *set = context;

	return rules_replace(&set->file, arena, source);
}

RuleSet *
rule_set_read(Arena *arena, Str text)
{
	RuleSet *set = arena_new(arena, RuleSet);

	rule_file_read(&set->file, arena, text);
	set->paths = arena_zalloc(arena, sizeof(RulePaths) * (set->file.count + 1));
	set->rules = (ArticleRules){rewrite, rules_apply, set};
	return set;
}

static void
tell(RuleSet *set, Arena *arena, uint32_t line, DirectiveId directive, const char *message)
{
	rule_file_note(
		&set->file, arena,
		(RuleNote){line, RULE_NOTE_ERROR, str_cstr(directives[directive].name), message});
}

static const char *
path_fault(Arena *arena, XmlStatus status, const XmlError *error)
{
	const Str start = STR("not a path of XPath 1.0: ");
	StrBuf text;

	if (status == XML_STATUS_NO_MEMORY)
		arena_exhausted(arena);
	if (status != XML_STATUS_INVALID)
		return "the path is too complex";
	strbuf_init(&text, arena);
	strbuf_add(&text, start);
	strbuf_add(&text, str_cstr(error->message));
	if (error->name.len > 0)
	{
		strbuf_add(&text, STR(": \""));
		strbuf_add(&text, str_cut(error->name, LONGEST_TOLD));
		strbuf_add_char(&text, '"');
	}
	strbuf_add_char(&text, '\0');
	return strbuf_str(&text).data;
}

/* What is wanted of the items of a directive's path: of strip and its like only the nodes. */
static uint32_t
wanted_of(DirectiveId directive)
{
	switch (directive)
	{
		case DIRECTIVE_title:
		case DIRECTIVE_author:
		case DIRECTIVE_date:
			return WALK_VALUES;
		case DIRECTIVE_next_page_link:
		case DIRECTIVE_single_page_link:
			return WALK_VALUES | WALK_HREF;
		default:
			return 0;
	}
}

/* How many items of a directive's path are of use. */
static uint32_t
most_of(DirectiveId directive)
{
	switch (directive)
	{
		case DIRECTIVE_title:
		case DIRECTIVE_native_ad_clue:
		case DIRECTIVE_next_page_link:
		case DIRECTIVE_single_page_link:
			return 1;
		case DIRECTIVE_author:
			return RULE_MOST_TEXTS;
		case DIRECTIVE_date:
			return RULE_MOST_DATES;
		case DIRECTIVE_wrap_in:
		case DIRECTIVE_move_into:
			return RULE_MOST_EDITS;
		default:
			return RULE_MOST_NODES;
	}
}

static XmlPath *
compile(RuleSet *set, Arena *arena, Str text, uint32_t line, DirectiveId directive)
{
	const XmlLimits limits = {.operations = COMPILE_OPERATIONS, .memory = COMPILE_MEMORY};
	XmlPath *path = NULL;
	XmlError error;
	XmlStatus status;

	arena_poll(arena);
	status = xml_path_compile(&path, text, &limits, &error);
	if (status != XML_STATUS_OK)
		tell(set, arena, line, directive, path_fault(arena, status, &error));
	return path;
}

/* Makes a path of a text, which may be none; "most" items of it are wanted. */
static RulePath
make_path(RuleSet *set, Arena *arena, Str text, uint32_t line, DirectiveId directive, uint32_t most)
{
	RulePath path = {WALK_NONE, NULL};

	if (text.data == NULL)
		return path;
	path.walked = walk_set_add(set->walk, text, most, wanted_of(directive));
	if (path.walked != WALK_NONE)
		return path;
	path.compiled = compile(set, arena, text, line, directive);
	if (path.compiled != NULL)
		set->compiled[set->ncompiled++] = text;
	return path;
}

/* May an element of this name be put around others?  One that views can show, or that is a box. */
static bool
may_wrap(TagId tag)
{
	return tag != TAG_custom && !(tag_info[tag].flags & (TAG_VOID | TAG_RAW_SKIPPED));
}

static void
compile_rule(RuleSet *set, Arena *arena, uint32_t i)
{
	Rule rule = set->file.rules[i];
	DirectiveId directive = (DirectiveId) rule.directive;
	RulePaths *paths = &set->paths[i];

	if (directives[directive].kind != DIRECTIVE_KIND_PATH)
		return;
	paths->value = make_path(set, arena, rule.value, rule.line, directive, most_of(directive));
	paths->condition =
		make_path(set, arena, rule.condition, rule.condition_line, DIRECTIVE_if_page_contains, 1);
	if (directive == DIRECTIVE_move_into)
		paths->argument = make_path(set, arena, rule.argument, rule.line, directive, 1);
	if (directive != DIRECTIVE_wrap_in)
		return;
	paths->wrap = tag_lookup(rule.argument);
	if (!may_wrap(paths->wrap))
	{
		paths->wrap = TAG_none;
		tell(set, arena, rule.line, directive, "not an element that others can be wrapped in");
	}
}

void
rule_set_compile(RuleSet *set, Arena *arena)
{
	set->walk = walk_set_new(arena);
	set->compiled = arena_array(arena, Str, set->file.count * RULE_PATHS + 1);
	for (uint32_t i = 0; i < set->file.count; i++)
		compile_rule(set, arena, i);
	walk_set_close(set->walk);
	if (set->ncompiled == 0)
		return;
	set->href = compile(set, arena, STR("@href"), 0, DIRECTIVE_next_page_link);
	set->string = compile(set, arena, STR("string()"), 0, DIRECTIVE_title);
	set->compiled[set->ncompiled++] = STR("href");
}

void
rule_set_free(RuleSet *set)
{
	for (uint32_t i = 0; i < set->file.count; i++)
	{
		RulePaths *paths = &set->paths[i];

		xml_path_free(paths->value.compiled);
		xml_path_free(paths->argument.compiled);
		xml_path_free(paths->condition.compiled);
		memset(paths, 0, sizeof(*paths));
	}
	xml_path_free(set->href);
	xml_path_free(set->string);
	set->href = set->string = NULL;
}
