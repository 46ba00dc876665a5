/*
 * select_parse.c
 *	  See xml_select.h: from the text of a selector to lists of compounds of simple selectors, by
 *	  recursive descent. The first error ends it; nothing is guessed.
 */
#include "xml/select_text.h"

#include "base/array.h"

/* Levels of pseudo-classes in one another. */
#define MOST_LEVELS 8
/* Largest number in :nth-child(): more siblings than a page can have. */
#define LARGEST_NTH 100000000

static SelectList *parse_list(SelectParser *parser, bool relative, bool forgiving);

/* ---------------------------------------------------------------- simple selectors */

static void
want_attr(SelectParser *parser, Str name)
{
	if (!strlist_has(&parser->attrs, name))
		strlist_add(&parser->attrs, parser->arena, name);
}

static bool
read_type(SelectParser *parser, Simple *simple)
{
	simple->kind = SELECT_TYPE;
	simple->name = select_name(parser);
	simple->lower = select_lowered(parser, simple->name);
	if (select_peek(parser) == '|' && parser->at + 1 < parser->text.len &&
		parser->text.data[parser->at + 1] != '=')
		return select_fail(parser, parser->at, "namespaces are not supported");
	return true;
}

static bool
compares_any_case(Str name)
{
	static const Str names[] = {
#define CASE_ATTR(name) {name, sizeof(name) - 1},
#include "xml/case_list.h"
#undef CASE_ATTR
	};

	return str_is_one_of(name, names, lengthof(names));
}

static bool
read_operator(SelectParser *parser, SelectAttrTest *test)
{
	static const char marks[] = "~|^$*";
	const char *mark;

	if (select_take(parser, '='))
	{
		*test = SELECT_ATTR_EQUALS;
		return true;
	}
	mark = select_peek(parser) != '\0' ? strchr(marks, select_peek(parser)) : NULL;
	if (mark == NULL)
		return select_fail(parser, parser->at, "an operator or \"]\" is expected");
	parser->at++;
	if (!select_take(parser, '='))
		return select_fail(parser, parser->at, "\"=\" is expected");
	*test = (SelectAttrTest) (SELECT_ATTR_WORD + (mark - marks));
	return true;
}

/* Reads the flag "i" or "s" before the closing bracket. */
static bool
read_flag(SelectParser *parser, Simple *simple)
{
	char flag = ascii_lower(select_peek(parser));

	if (flag != 'i' && flag != 's')
		return true;
	simple->ignore_case = flag == 'i';
	parser->at++;
	select_skip_spaces(parser);
	return true;
}

static bool
read_attr_value(SelectParser *parser, Simple *simple)
{
	if (!read_operator(parser, &simple->test))
		return false;
	select_skip_spaces(parser);
	simple->ignore_case = compares_any_case(simple->name);
	if (select_peek(parser) == '"' || select_peek(parser) == '\'')
	{
		if (!select_string(parser, &simple->value))
			return false;
	}
	else if (!select_identifier(parser, &simple->value, "a value is expected, in quotes or a name"))
		return false;
	select_skip_spaces(parser);
	return read_flag(parser, simple);
}

static bool
read_attr(SelectParser *parser, Simple *simple)
{
	simple->kind = SELECT_ATTR;
	simple->test = SELECT_ATTR_PRESENT;
	select_skip_spaces(parser);
	if (!select_identifier(parser, &simple->name, "the name of an attribute is expected"))
		return false;
	simple->name = select_lowered(parser, simple->name);
	want_attr(parser, simple->name);
	select_skip_spaces(parser);
	if (select_peek(parser) != ']' && !read_attr_value(parser, simple))
		return false;
	return select_take(parser, ']') || select_fail(parser, parser->at, "\"]\" is expected");
}

/* ---------------------------------------------------------------- an+b */

static bool
read_digits(SelectParser *parser, int32_t *number)
{
	uint32_t start = parser->at;

	*number = 0;
	for (; ascii_digit(select_peek(parser)); parser->at++)
		if (*number < LARGEST_NTH)
			*number = *number * 10 + (select_peek(parser) - '0');
	return parser->at > start;
}

/* Reads the b of an+b, with its sign, after white space; it may be missing. */
static bool
read_offset(SelectParser *parser, SelectNth *nth)
{
	uint32_t before = parser->at;
	char sign;

	select_skip_spaces(parser);
	sign = select_peek(parser);
	if (sign != '+' && sign != '-')
	{
		parser->at = before;
		return true;
	}
	parser->at++;
	select_skip_spaces(parser);
	if (!read_digits(parser, &nth->b))
		return select_fail(parser, parser->at, "a number is expected");
	nth->b = sign == '-' ? -nth->b : nth->b;
	return true;
}

static bool
read_word(SelectParser *parser, const char *word)
{
	Str rest = str_sub(parser->text, parser->at, parser->text.len);
	uint32_t len = (uint32_t) strlen(word);

	if (!str_starts_ascii(rest, str_make(word, len)) ||
		(rest.len > len && (ascii_alpha(rest.data[len]) || ascii_digit(rest.data[len]))))
		return false;
	parser->at += len;
	return true;
}

/* Reads an+b, odd or even. */
static bool
read_nth(SelectParser *parser, SelectNth *nth)
{
	bool minus;
	bool digits;

	select_skip_spaces(parser);
	if (read_word(parser, "odd") || read_word(parser, "even"))
	{
		nth->a = 2;
		nth->b = ascii_lower(parser->text.data[parser->at - 1]) == 'd';
		return true;
	}
	minus = select_peek(parser) == '-';
	if (minus || select_peek(parser) == '+')
		parser->at++;
	digits = read_digits(parser, &nth->a);
	if (ascii_lower(select_peek(parser)) == 'n')
	{
		parser->at++;
		nth->a = digits ? nth->a : 1;
		nth->a = minus ? -nth->a : nth->a;
		return read_offset(parser, nth);
	}
	if (!digits)
		return select_fail(parser, parser->at,
						   "a position such as 2, 2n+1, odd or even is expected");
	nth->b = minus ? -nth->a : nth->a;
	nth->a = 0;
	return true;
}

/* ---------------------------------------------------------------- pseudo-classes */

static bool
end_arguments(SelectParser *parser)
{
	select_skip_spaces(parser);
	return select_take(parser, ')') || select_fail(parser, parser->at, "\")\" is expected");
}

static bool
read_nth_arguments(SelectParser *parser, Simple *simple)
{
	if (!read_nth(parser, &simple->nth))
		return false;
	select_skip_spaces(parser);
	if (!simple->nth.of_type && read_word(parser, "of"))
	{
		simple->list = parse_list(parser, false, false);
		if (simple->list == NULL)
			return false;
	}
	return end_arguments(parser);
}

typedef struct PseudoClass
{
	Str name;
	SelectSimpleKind kind;
	bool function;
	bool from_end; /* of SELECT_NTH */
	bool of_type;
	bool only; /* the first and the last */
} PseudoClass;

static const PseudoClass pseudo_classes[] = {
	{{"any-link", 8}, SELECT_LINK, false, false, false, false},
	{{"empty", 5}, SELECT_EMPTY, false, false, false, false},
	{{"first-child", 11}, SELECT_NTH, false, false, false, false},
	{{"first-of-type", 13}, SELECT_NTH, false, false, true, false},
	{{"has", 3}, SELECT_HAS, true, false, false, false},
	{{"is", 2}, SELECT_IS, true, false, false, false},
	{{"last-child", 10}, SELECT_NTH, false, true, false, false},
	{{"last-of-type", 12}, SELECT_NTH, false, true, true, false},
	{{"link", 4}, SELECT_LINK, false, false, false, false},
	{{"matches", 7}, SELECT_IS, true, false, false, false},
	{{"not", 3}, SELECT_NOT, true, false, false, false},
	{{"nth-child", 9}, SELECT_NTH, true, false, false, false},
	{{"nth-last-child", 14}, SELECT_NTH, true, true, false, false},
	{{"nth-last-of-type", 16}, SELECT_NTH, true, true, true, false},
	{{"nth-of-type", 11}, SELECT_NTH, true, false, true, false},
	{{"only-child", 10}, SELECT_NTH, false, false, false, true},
	{{"only-of-type", 12}, SELECT_NTH, false, false, true, true},
	{{"root", 4}, SELECT_ROOT, false, false, false, false},
	{{"scope", 5}, SELECT_ROOT, false, false, false, false},
	{{"where", 5}, SELECT_IS, true, false, false, false},
};

static const PseudoClass *
find_pseudo_class(Str name)
{
	for (size_t i = 0; i < lengthof(pseudo_classes); i++)
		if (str_equal_ascii(pseudo_classes[i].name, name))
			return &pseudo_classes[i];
	return NULL;
}

/* :only-child is :first-child and :last-child. */
static void
add_last(SelectParser *parser, Simple *simple)
{
	Simple *last = arena_new(parser->arena, Simple);

	*last = *simple;
	last->nth.from_end = true;
	simple->next = last;
	parser->simples++;
}

static bool
read_arguments(SelectParser *parser, Simple *simple)
{
	bool done;

	if (++parser->level > MOST_LEVELS)
		return select_fail(parser, parser->at, "pseudo-classes are nested too deeply");
	if (simple->kind == SELECT_NTH)
		done = read_nth_arguments(parser, simple);
	else
	{
		bool forgiving = simple->kind == SELECT_IS;

		simple->list = parse_list(parser, simple->kind == SELECT_HAS, forgiving);
		done = simple->list != NULL && end_arguments(parser);
	}
	parser->level--;
	return done;
}

static bool
read_pseudo_class(SelectParser *parser, Simple *simple)
{
	uint32_t start = parser->at;
	const PseudoClass *class;
	Str name;

	if (select_peek(parser) == ':')
		return select_fail(parser, start, "pseudo-elements are not part of a page");
	if (!select_identifier(parser, &name, "the name of a pseudo-class is expected"))
		return false;
	class = find_pseudo_class(name);
	if (class == NULL)
		return select_fail(parser, start, "there is no such pseudo-class for stored pages");
	if (class->function != select_take(parser, '('))
		return select_fail(parser, parser->at,
						   class->function ? "\"(\" is expected"
										   : "this pseudo-class has no argument");
	simple->kind = class->kind;
	simple->nth = (SelectNth){0, 1, class->from_end, class->of_type};
	if (class->kind == SELECT_LINK)
		want_attr(parser, STR("href"));
	if (class->only)
		add_last(parser, simple);
	if (!class->function)
		return true;
	simple->nth.b = 0;
	return read_arguments(parser, simple);
}

/* ---------------------------------------------------------------- compounds */

/* Reads the simple selector at the cursor. Returns false at an error. */
static bool
read_simple(SelectParser *parser, Simple *simple, bool first)
{
	if (++parser->simples > XML_SELECT_MOST)
		return select_fail(parser, parser->at, "the selector is too long");
	if (select_take(parser, '#'))
	{
		simple->kind = SELECT_ID;
		want_attr(parser, STR("id"));
		return select_identifier(parser, &simple->value, "an id is expected");
	}
	if (select_take(parser, '.'))
	{
		simple->kind = SELECT_CLASS;
		want_attr(parser, STR("class"));
		return select_identifier(parser, &simple->value, "the name of a class is expected");
	}
	if (select_take(parser, '['))
		return read_attr(parser, simple);
	if (select_take(parser, ':'))
		return read_pseudo_class(parser, simple);
	if (first && select_begins_name(parser, parser->at))
		return read_type(parser, simple);
	return select_fail(parser, parser->at, "a selector is expected");
}

static bool
begins_simple(const SelectParser *parser, bool first)
{
	char c = select_peek(parser);

	return c == '#' || c == '.' || c == '[' || c == ':' ||
		   (first && select_begins_name(parser, parser->at));
}

static bool
read_compound(SelectParser *parser, Compound *compound)
{
	bool first = true;
	Simple **last = &compound->simples;

	if (select_take(parser, '*'))
		first = false;
	else if (!begins_simple(parser, true))
		return select_fail(parser, parser->at, "a selector is expected");
	while (begins_simple(parser, first))
	{
		Simple *simple = arena_new(parser->arena, Simple);

		if (!read_simple(parser, simple, first))
			return false;
		*last = simple;
		while (*last != NULL)
			last = &(*last)->next;
		first = false;
	}
	return true;
}

/* Reads a combinator with the white space around it; 0 if there is none. */
static char
read_combinator(SelectParser *parser)
{
	bool spaces = select_skip_spaces(parser);
	char c = select_peek(parser);

	if (c == '>' || c == '+' || c == '~')
	{
		parser->at++;
		select_skip_spaces(parser);
		return c;
	}
	return spaces && c != '\0' && c != ',' && c != ')' ? ' ' : '\0';
}

static Complex *
read_complex(SelectParser *parser, bool relative)
{
	Complex *complex = arena_new(parser->arena, Complex);
	char combinator = '\0';

	if (relative)
	{
		combinator = read_combinator(parser);
		combinator = combinator != '\0' ? combinator : ' ';
	}
	do
	{
		Compound *compound = arena_new(parser->arena, Compound);

		select_skip_spaces(parser);
		if (++parser->simples > XML_SELECT_MOST)
			select_fail(parser, parser->at, "the selector is too long");
		if (parser->message != NULL || !read_compound(parser, compound))
			return NULL;
		compound->combinator = combinator;
		compound->before = complex->last;
		if (complex->last != NULL)
			complex->last->next = compound;
		else
			complex->first = compound;
		complex->last = compound;
	} while ((combinator = read_combinator(parser)) != '\0');
	return complex;
}

/* Reads a list up to its end or a ")". forgiving: it may be empty. NULL at an error. */
static SelectList *
parse_list(SelectParser *parser, bool relative, bool forgiving)
{
	SelectList *list = arena_new(parser->arena, SelectList);
	Complex **last = &list->first;

	select_skip_spaces(parser);
	if (forgiving && select_peek(parser) == ')')
		return list;
	do
	{
		select_skip_spaces(parser);
		*last = read_complex(parser, relative);
		if (*last == NULL)
			return NULL;
		last = &(*last)->next;
		select_skip_spaces(parser);
	} while (select_take(parser, ','));
	return list;
}

XmlSelector *
xml_select_compile(Arena *arena, Str text, XmlError *error)
{
	SelectParser parser = {.arena = arena, .text = text};
	XmlSelector *selector = arena_new(arena, XmlSelector);

	selector->list = parse_list(&parser, false, false);
	if (selector->list != NULL && parser.at < text.len)
		select_fail(&parser, parser.at, "a combinator or the end of the selector is expected");
	selector->attrs = parser.attrs;
	if (parser.message == NULL)
		return selector;
	*error = (XmlError){parser.message, (int32_t) parser.where, STR_NONE};
	return NULL;
}

const Str *
xml_select_attrs(const XmlSelector *selector, uint32_t *count)
{
	static const Str none[] = {{"", 0}};

	*count = selector->attrs.count > 0 ? selector->attrs.count : 1;
	return selector->attrs.count > 0 ? selector->attrs.items : none;
}
