/*
 * sheet_selector.c
 *	  See sheet.h.  Follows Selectors Level 4.
 */
#include "base/array.h"
#include "html/sheet.h"

#include "base/fnv.h"

/* Most rules kept, and most parts of a selector; the outermost parts are dropped. */
#define MOST_RULES 1024
#define MOST_PARTS 8

typedef struct SelectorReader
{
	Arena *arena;
	Str text;
	uint32_t pos;
	SheetPart parts[MOST_PARTS];
	uint32_t count;
	uint32_t weight;
	bool unsure;
	bool never; /* it matches nothing on a page without user interaction */
} SelectorReader;

static bool
in_name(char c)
{
	return ascii_alpha(c) || ascii_digit(c) || c == '-' || c == '_' || (unsigned char) c >= 0x80;
}

/* Reads the name at pos; "\:" in it means ":". */
static Str
read_name(SelectorReader *in)
{
	uint32_t start = in->pos;
	StrBuf name;

	while (in->pos < in->text.len && in_name(in->text.data[in->pos]))
		in->pos++;
	if (in->pos == in->text.len || in->text.data[in->pos] != '\\')
		return str_sub(in->text, start, in->pos - start);
	in->pos = start;
	strbuf_init(&name, in->arena);
	for (; in->pos < in->text.len; in->pos++)
	{
		if (in->text.data[in->pos] == '\\' && in->pos + 1 < in->text.len)
			in->pos++;
		else if (!in_name(in->text.data[in->pos]))
			break;
		strbuf_add_char(&name, in->text.data[in->pos]);
	}
	return strbuf_str(&name);
}

/* Moves past the bracket that closes the one at pos. */
static void
skip_brackets(SelectorReader *in, char open, char close)
{
	uint32_t depth = 0;

	for (; in->pos < in->text.len; in->pos++)
	{
		depth += in->text.data[in->pos] == open;
		depth -= in->text.data[in->pos] == close;
		if (depth == 0)
			break;
	}
	in->pos++;
}

/*
 * Pseudo-classes that depend on user interaction, and pseudo-elements: they match nothing on a page
 * that is only read.
 */
static bool
is_at_hand(Str name)
{
	static const char *const names[] = {
		"hover",  "focus",	"focus-within", "focus-visible", "active",	   "visited", "checked",
		"target", "before", "after",		"first-letter",	 "first-line", "disabled"};

	for (size_t i = 0; i < lengthof(names); i++)
		if (str_equal_ascii(name, str_cstr(names[i])))
			return true;
	return false;
}

static void
read_pseudo(SelectorReader *in, SheetPart *part)
{
	Str name;

	if (++in->pos < in->text.len && in->text.data[in->pos] == ':')
		in->never = true;
	name = read_name(in);
	if (in->pos < in->text.len && in->text.data[in->pos] == '(')
		skip_brackets(in, '(', ')');
	in->weight += 100;
	if (str_equal_ascii(name, STR("root")))
		part->root = true;
	else if (is_at_hand(name))
		in->never = true;
	else
		in->unsure = true;
}

static void
read_type(SelectorReader *in, SheetPart *part)
{
	Str name = read_name(in);

	in->weight++;
	if (str_equal_ascii(name, STR("html")) || str_equal_ascii(name, STR("body")))
		part->root = true;
	else
		part->tag = (uint8_t) tag_lookup(name);
	in->unsure |= part->tag == TAG_custom;
}

static void
read_class(SelectorReader *in, SheetPart *part)
{
	Str name = read_name(in);

	in->weight += 100;
	if (part->nclasses < sizeof(part->classes) / sizeof(part->classes[0]))
		part->classes[part->nclasses++] = name;
	else
		in->unsure = true;
}

/* Reads one condition at pos. */
static void
read_condition(SelectorReader *in, SheetPart *part)
{
	switch (in->text.data[in->pos])
	{
		case '.':
			in->pos++;
			read_class(in, part);
			break;
		case '#':
			in->pos++;
			part->id = read_name(in);
			in->weight += 10000;
			break;
		case ':':
			read_pseudo(in, part);
			break;
		case '[':
			skip_brackets(in, '[', ']');
			in->weight += 100;
			in->unsure = true;
			break;
		case '*':
			in->pos++;
			break;
		default:
			if (in_name(in->text.data[in->pos]) || in->text.data[in->pos] == '\\')
				read_type(in, part);
			else
				in->never = true;
			break;
	}
}

static SheetPart *
add_part(SelectorReader *in)
{
	if (in->count == MOST_PARTS)
	{
		memmove(in->parts, in->parts + 1, sizeof(SheetPart) * --in->count);
		in->unsure = true;
	}
	memset(&in->parts[in->count], 0, sizeof(SheetPart));
	return &in->parts[in->count++];
}

static void
read_parts(SelectorReader *in)
{
	bool child = false;
	SheetPart *part = NULL;

	while (in->pos < in->text.len && !in->never)
	{
		char c = in->text.data[in->pos];

		if (ascii_space(c) || c == '>' || c == '+' || c == '~')
		{
			if (c == '+' || c == '~')
			{
				in->count = 0; /* siblings are not checked */
				in->unsure = true;
			}
			child |= c == '>';
			part = NULL;
			in->pos++;
			continue;
		}
		if (part == NULL)
		{
			part = add_part(in);
			part->child = child && in->count > 1;
			child = false;
		}
		read_condition(in, part);
	}
}

uint32_t
sheet_slot(Str name)
{
	return fnv_slot(fnv_hash(name.data, name.len), SHEET_SLOTS);
}

/* Returns the id, class or tag under which the elements that a part may match are found. */
static Str
slot_name(const SheetPart *part)
{
	if (part->id.len > 0)
		return part->id;
	if (part->nclasses > 0)
		return part->classes[0];
	return str_cstr(tag_info[part->tag].name);
}

/* Does the last part name no element at all? With further conditions it could match any. */
static bool
says_nothing(const SelectorReader *in)
{
	const SheetPart *last = &in->parts[in->count - 1];

	return last->tag == TAG_none && last->id.len == 0 && last->nclasses == 0;
}

static bool
hides(const Style *style)
{
	return style->display == DISPLAY_NONE || style->visibility == VISIBILITY_HIDDEN;
}

void
sheet_add_rule(Sheet *sheet, Str selector, const Style *style)
{
	SelectorReader in = {.arena = sheet->arena, .text = selector};
	SheetRule *rule;
	SheetPart *parts;
	SheetRule **slot;

	if (sheet->count == MOST_RULES)
		return;
	read_parts(&in);
	if (in.never || in.count == 0 || (in.unsure && (hides(style) || says_nothing(&in))))
		return;
	parts = arena_array(sheet->arena, SheetPart, in.count);
	memcpy(parts, in.parts, sizeof(SheetPart) * in.count);
	rule = arena_new(sheet->arena, SheetRule);
	slot = &sheet->slots[sheet_slot(slot_name(&parts[in.count - 1]))];
	*rule = (SheetRule){parts, in.count, in.unsure, in.weight, sheet->count, *style, *slot};
	*slot = rule;
	sheet->count++;
	sheet->hiding += hides(style);
}
