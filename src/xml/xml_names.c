/*
 * xml_names.c
 *	  The names that a path uses: a path that libxml2 has compiled in, the first of its functions,
 *	  prefixes and variables that does not exist out.  libxml2 looks a name up when an evaluation
 *	  comes to it, which on some pages is never; a path that is wrong is wrong on all of them.
 */
#include "xml/xml_internal.h"

#include "base/array.h"

typedef struct Function
{
	Str name;
	uint32_t least; /* arguments */
	uint32_t most;
} Function;

/* A parenthesis or bracket that is open; of a call its function and the place of its name. */
typedef struct Opened
{
	const Function *function; /* NULL: none whose arguments are counted */
	uint32_t from;
	uint32_t end;
	uint32_t commas;
	bool filled;
} Opened;

/* Calls that are nested more deeply are not counted in; the deepest of 3029 real paths has 5. */
#define DEEPEST 64

typedef struct NameScan
{
	Str path;
	uint32_t at;
	Opened opened[DEEPEST];
	uint32_t depth;
	XmlError error; /* message NULL: none so far */
} NameScan;

static bool
starts_name(char c)
{
	return ascii_alpha(c) || (c & 0x80) != 0 || c == '_';
}

static bool
continues_name(char c)
{
	return starts_name(c) || ascii_digit(c) || c == '-' || c == '.';
}

static char
byte_at(const NameScan *scan, uint32_t at)
{
	return at < scan->path.len ? scan->path.data[at] : '\0';
}

static uint32_t
name_end(const NameScan *scan, uint32_t at)
{
	while (continues_name(byte_at(scan, at)))
		at++;
	return at;
}

static uint32_t
skip_spaces(const NameScan *scan, uint32_t at)
{
	while (ascii_space(byte_at(scan, at)))
		at++;
	return at;
}

static void
report(NameScan *scan, const char *message, uint32_t from, uint32_t end)
{
	if (scan->error.message == NULL)
		scan->error = (XmlError){message, (int32_t) from, str_sub(scan->path, from, end - from)};
}

/* ---------------------------------------------------------------- functions */

static const Function *
find_function(Str name)
{
	static const Function functions[] = {
#define FUNCTION(name, least, most) {{#name, sizeof(#name) - 1}, least, most},
#include "xml/function_list.h"
#undef FUNCTION
	};

	for (size_t i = 0; i < lengthof(functions); i++)
		if (str_equal(functions[i].name, name))
			return &functions[i];
	return NULL;
}

/* Is it a test of nodes, or an operator before a parenthesis? */
static bool
is_no_function(Str name)
{
	static const Str names[] = {
		{"node", 4}, {"text", 4}, {"comment", 7}, {"processing-instruction", 22},
		{"and", 3},	 {"or", 2},	  {"div", 3},	  {"mod", 3}};

	for (size_t i = 0; i < lengthof(names); i++)
		if (str_equal(names[i], name))
			return true;
	return false;
}

static void
open(NameScan *scan, const Function *function, uint32_t from, uint32_t end)
{
	if (scan->depth < DEEPEST)
		scan->opened[scan->depth] = (Opened){.function = function, .from = from, .end = end};
	scan->depth++;
}

static void
close(NameScan *scan)
{
	const Opened *opened;
	uint32_t arguments;

	if (scan->depth == 0)
		return;
	scan->depth--;
	if (scan->depth >= DEEPEST || scan->opened[scan->depth].function == NULL)
		return;
	opened = &scan->opened[scan->depth];
	arguments = opened->filled ? opened->commas + 1 : 0;
	if (arguments < opened->function->least || arguments > opened->function->most)
		report(scan, "a function has the wrong number of arguments", opened->from, opened->end);
}

/* Notes that the innermost parenthesis holds something, or one more argument. */
static void
fill(NameScan *scan, bool comma)
{
	if (scan->depth == 0 || scan->depth > DEEPEST)
		return;
	scan->opened[scan->depth - 1].filled = true;
	scan->opened[scan->depth - 1].commas += comma;
}

/* ---------------------------------------------------------------- tokens */

/* Takes a string, a quote at its start. */
static void
take_string(NameScan *scan)
{
	char quote = scan->path.data[scan->at++];

	while (scan->at < scan->path.len && scan->path.data[scan->at] != quote)
		scan->at++;
	scan->at++;
}

static void
take_call(NameScan *scan, uint32_t from, uint32_t end, uint32_t parenthesis)
{
	Str name = str_sub(scan->path, from, end - from);
	const Function *function = find_function(name);

	if (function == NULL && !is_no_function(name))
		report(scan, "there is no such function in XPath 1.0", from, end);
	open(scan, function, from, end);
	scan->at = parenthesis + 1;
}

/* Takes a name: of a function, an axis, an element or an attribute, maybe with a prefix. */
static void
take_name(NameScan *scan)
{
	uint32_t from = scan->at;
	uint32_t end = name_end(scan, from);
	Str prefix = str_sub(scan->path, from, end - from);
	bool prefixed = byte_at(scan, end) == ':' && byte_at(scan, end + 1) != ':';
	uint32_t after;

	if (prefixed)
		end = byte_at(scan, end + 1) == '*' ? end + 2 : name_end(scan, end + 1);
	after = skip_spaces(scan, end);
	if (byte_at(scan, after) == '(')
	{
		take_call(scan, from, end, after);
		return;
	}
	if (prefixed && !str_equal(prefix, STR("xlink")) && !str_equal(prefix, STR("xml")))
		report(scan, "the namespace prefix is not defined", from, end);
	scan->at = end;
}

static void
take_variable(NameScan *scan)
{
	uint32_t end = name_end(scan, scan->at + 1);

	report(scan, "variables are not supported", scan->at, end);
	scan->at = end;
}

static void
take_token(NameScan *scan)
{
	char c = scan->path.data[scan->at];

	if (!ascii_space(c) && c != ')' && c != ']')
		fill(scan, c == ',');
	if (c == '"' || c == '\'')
		take_string(scan);
	else if (c == '$')
		take_variable(scan);
	else if (starts_name(c))
		take_name(scan);
	else
	{
		if (c == '(' || c == '[')
			open(scan, NULL, 0, 0);
		else if (c == ')' || c == ']')
			close(scan);
		scan->at++;
	}
}

bool
xml_names_known(Str path, XmlError *error)
{
	NameScan scan = {.path = path};

	while (scan.at < path.len && scan.error.message == NULL)
		take_token(&scan);
	if (scan.error.message == NULL)
		return true;
	*error = scan.error;
	return false;
}
