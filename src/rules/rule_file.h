/*
 * rule_file.h
 *	  Rules in the site-config format of Full-Text RSS and wallabag: text in, a list of rules and a
 *	  list of what is wrong with the text out.  Knows the format, not what the rules do.
 *
 * A line is "directive: value" or "directive(argument): value"; lines that begin with '#' are
 * comments.  A line that cannot be read is left out and told; the others keep their meaning.
 */
#ifndef ARTICLE_RULE_FILE_H
#define ARTICLE_RULE_FILE_H

#include "base/arena.h"
#include "base/str.h"

typedef enum DirectiveId
{
#define DIRECTIVE(name, kind, use) DIRECTIVE_##name,
#include "rules/directive_list.h"
#undef DIRECTIVE
	DIRECTIVE_COUNT
} DirectiveId;

typedef enum DirectiveKind
{
	DIRECTIVE_KIND_PATH, /* XPath */
	DIRECTIVE_KIND_TEXT,
	DIRECTIVE_KIND_FLAG, /* yes or no */
	DIRECTIVE_KIND_WORD	 /* not read */
} DirectiveKind;

typedef enum DirectiveUse
{
	DIRECTIVE_USE_APPLIED,
	DIRECTIVE_USE_FETCHING, /* concerns how a page is fetched */
	DIRECTIVE_USE_TESTING,	/* concerns how a file of rules is tested */
	DIRECTIVE_USE_NEEDLESS	/* article does it in any case, or never */
} DirectiveUse;

typedef struct Directive
{
	const char *name;
	DirectiveKind kind;
	DirectiveUse use;
} Directive;

extern const Directive directives[DIRECTIVE_COUNT];

typedef struct Rule
{
	uint8_t directive; /* DirectiveId */
	bool flag;		   /* of a DIRECTIVE_KIND_FLAG */
	uint32_t line;	   /* from 1 */
	Str argument;	   /* in parentheses; of replace_string what is replaced; data NULL if none */
	Str value;		   /* trimmed */
	Str condition;	   /* of a link: its if_page_contains, or none */
	uint32_t condition_line;
} Rule;

/* What is told about a line: it has no effect, or it is not understood. */
typedef enum RuleNoteLevel
{
	RULE_NOTE_ERROR,
	RULE_NOTE_IGNORED
} RuleNoteLevel;

typedef struct RuleNote
{
	uint32_t line;
	RuleNoteLevel level;
	Str directive; /* as written; empty if the line has none */
	const char *message;
} RuleNote;

typedef struct RuleFile
{
	Rule *rules; /* those that are applied, in the order of the text; find_string is paired */
	uint32_t count;
	RuleNote *notes; /* by line */
	uint32_t nnotes;
	uint32_t notes_size; /* how many there is room for */
} RuleFile;

/*
 * More rules than this in one text are left out, with a note; the longest of 1960 files has 113.
 */
#define RULES_MOST 500

/* Reads a text.  Its strings are slices of it.  Never fails. */
extern void rule_file_read(RuleFile *file, Arena *arena, Str text);

/* Adds a note at its place by line. */
extern void rule_file_note(RuleFile *file, Arena *arena, RuleNote note);

#endif
