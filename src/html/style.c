/*
 * style.c
 *	  See style.h. A declaration is found by its colon, so that irrelevant declarations cost little.
 */
#include "html/style.h"

#include "base/array.h"

static bool
is_name_char(char c)
{
	return ascii_alpha(c) || c == '-';
}

/* The name that ends before a colon; "--display" is not "display". */
static Str
name_before(Str text, uint32_t colon)
{
	uint32_t end = colon;
	uint32_t start;

	while (end > 0 && ascii_space(text.data[end - 1]))
		end--;
	for (start = end; start > 0 && is_name_char(text.data[start - 1]); start--)
		;
	return str_sub(text, start, end - start);
}

/* The keyword after a colon, and whether "!important" comes after it. */
static Str
keyword_after(Str text, uint32_t colon, bool *important)
{
	uint32_t start = colon + 1;
	uint32_t end;
	uint32_t mark;

	start = str_skip_space(text, start);
	for (end = start; end < text.len && is_name_char(text.data[end]); end++)
		;
	for (mark = end; mark < text.len && ascii_space(text.data[mark]); mark++)
		;
	*important = mark < text.len && text.data[mark] == '!';
	return str_sub(text, start, end - start);
}

static Display
display_of(Str keyword)
{
	static const char *const lines[] = {"block",	 "flex",  "flow-root",	"grid",
										"list-item", "table", "table-cell", "table-row"};

	if (str_equal_ascii(keyword, STR("none")))
		return DISPLAY_NONE;
	for (size_t i = 0; i < lengthof(lines); i++)
		if (str_equal_ascii(keyword, str_cstr(lines[i])))
			return DISPLAY_LINES;
	return DISPLAY_OTHER;
}

static Visibility
visibility_of(Str keyword)
{
	if (str_equal_ascii(keyword, STR("hidden")) || str_equal_ascii(keyword, STR("collapse")))
		return VISIBILITY_HIDDEN;
	return str_equal_ascii(keyword, STR("visible")) ? VISIBILITY_VISIBLE : VISIBILITY_UNSAID;
}

/* The last letters of "display", "visibility" and "float", or space. */
static inline bool
may_end_name(char c)
{
	c = ascii_lower(c);
	return c == 'y' || c == 't' || ascii_space(c);
}

static void
read_declaration(Style *style, Str text, uint32_t colon)
{
	Str name = name_before(text, colon);
	bool important;
	Str keyword;

	if (name.len != 5 && name.len != 7 && name.len != 10)
		return;
	keyword = keyword_after(text, colon, &important);
	if (keyword.len == 0)
		return;
	if (str_equal_ascii(name, STR("display")) && important >= style->display_important)
	{
		style->display = display_of(keyword);
		style->display_important = important;
	}
	else if (str_equal_ascii(name, STR("visibility")) && important >= style->visibility_important)
	{
		style->visibility = visibility_of(keyword);
		style->visibility_important = important;
	}
	else if (str_equal_ascii(name, STR("float")))
		style->floats = !str_equal_ascii(keyword, STR("none"));
}

Style
style_read(Str declarations)
{
	const char *end = declarations.data + declarations.len;
	Style style = {DISPLAY_UNSAID, VISIBILITY_UNSAID, false, false, false};

	for (const char *pos = declarations.data; pos < end; pos++)
	{
		pos = memchr(pos, ':', (size_t) (end - pos));
		if (pos == NULL)
			break;
		if (pos > declarations.data && may_end_name(pos[-1]))
			read_declaration(&style, declarations, (uint32_t) (pos - declarations.data));
	}
	return style;
}
