/*
 * block_markup.c
 *	  See block_markup.h.
 */
#include "article/block/block_markup.h"

#include "article/cue/class_hides.h"
#include "article/cue/headline.h"
#include "base/array.h"
#include "french/lexicon.h"

static bool
is_blank(Str text)
{
	return block_text_unseen(text);
}

static void
set_text(Node *node, Str text)
{
	node->text_data = text.data;
	node->text_len = text.len;
}

/* ------------------------------------------------------------------ quotation marks */

typedef struct Quotes
{
	const char *language;
	Str open[2]; /* outside, and inside another quotation */
	Str close[2];
} Quotes;

#define MARK(mark)                                                                                 \
	{                                                                                              \
		mark, sizeof(mark) - 1                                                                     \
	}
static const Quotes quotes[] = {
#define QUOTE(language, open, close, inner_open, inner_close)                                      \
	{language, {MARK(open), MARK(inner_open)}, {MARK(close), MARK(inner_close)}},
#include "article/block/quote_list.h"
#undef QUOTE
};

static const Quotes other_quotes = {"", {MARK("“"), MARK("‘")}, {MARK("”"), MARK("’")}};

/* Levels above a <q> at which another one is looked for. */
#define QUOTE_LEVELS 6

static const Quotes *
quotes_of(const Page *page)
{
	for (size_t i = 0; i < lengthof(quotes); i++)
		if (str_starts_ascii(str_trim(page->html_lang), str_cstr(quotes[i].language)))
			return &quotes[i];
	return &other_quotes;
}

/* How many quotations are around a <q>? */
static int
quote_depth(const Page *page, uint32_t quote)
{
	uint32_t node = page->nodes[quote].parent;
	int depth = 0;

	for (int up = 0; up < QUOTE_LEVELS && node != 0; up++, node = page->nodes[node].parent)
		depth += page->nodes[node].tag == TAG_q;
	return depth;
}

/* The first text in a <q> with words, or PAGE_NONE; the last one if "last". */
static uint32_t
text_in(const Page *page, uint32_t quote, bool last)
{
	uint32_t found = PAGE_NONE;

	for (uint32_t i = quote + 1; i < page->nodes[quote].end; i++)
		if (page->nodes[i].tag == TAG_text && !is_blank(node_str(&page->nodes[i])))
		{
			found = i;
			if (!last)
				break;
		}
	return found;
}

static const Str known_marks[] = {MARK("«"), MARK("“"), MARK("„"),	MARK("”"),	MARK("‘"),
								  MARK("‚"), MARK("’"), MARK("「"), MARK("『"), MARK("\"")};

static bool
is_quoted(Str text)
{
	for (size_t i = 0; i < lengthof(known_marks); i++)
		if (str_starts_ascii(text, known_marks[i]))
			return true;
	return false;
}

static bool
ends_in_quote(Str text)
{
	text = str_trim_spaces(text);
	for (size_t i = 0; i < lengthof(known_marks); i++)
		if (str_ends_ascii(text, known_marks[i]))
			return true;
	return false;
}

/* Adds the marks of a <q> in which those inside it have theirs. */
static void
quote_one(Reader *reader, uint32_t quote)
{
	Page *page = &reader->page;
	const Quotes *marks = quotes_of(page);
	int depth = quote_depth(page, quote);
	uint32_t first;
	uint32_t last;
	Str text;
	Str start;

	if (depth > 1 || ends_in_quote(node_str(&page->nodes[quote - 1])) ||
		(first = text_in(page, quote, false)) == PAGE_NONE)
		return;
	last = text_in(page, quote, true);
	text = node_str(&page->nodes[first]);
	start = str_trim_spaces(text);
	if (is_quoted(start))
		return;
	text = str_sub(text, (uint32_t) (start.data - text.data), text.len);
	set_text(&page->nodes[first], str_concat(reader->arena, marks->open[depth], text));
	text = node_str(&page->nodes[last]);
	start = str_trim_spaces(text);
	text.len = (uint32_t) (start.data + start.len - text.data);
	set_text(&page->nodes[last], str_concat(reader->arena, text, marks->close[depth]));
}

void
markup_quote(Reader *reader, uint32_t quote)
{
	const Page *page = &reader->page;

	if (quote_depth(page, quote) > 0)
		return; /* done with the outer one */
	for (uint32_t i = quote + 1; i < page->nodes[quote].end; i++)
		if (page->nodes[i].tag == TAG_q)
			quote_one(reader, i);
	quote_one(reader, quote);
}

/* ------------------------------------------------------------------ words cut at line ends */

/* Fewer lines, or shorter ones, are verse or an address. */
#define LEAST_LINES 2
#define LEAST_LINE 30
/* Letters of the parts of a word, in bytes. */
#define LONGEST_PART 40

/* A word cut at a line end: its two parts. */
typedef struct Cut
{
	Str before; /* without the hyphen */
	Str after;
} Cut;

static bool
in_word(char c)
{
	return ascii_alpha(c) || (c & 0x80);
}

/* Is a word cut between two texts: "… pas-" and "serelle …"? */
static bool
is_cut(Str before, Str after, Cut *cut)
{
	uint32_t start;
	uint32_t end = 0;

	before = str_trim_spaces(before);
	after = str_trim_spaces(after);
	if (before.len < 3 || after.len == 0 || before.data[before.len - 1] != '-' ||
		!in_word(before.data[before.len - 2]) || !in_word(after.data[0]) ||
		(after.data[0] >= 'A' && after.data[0] <= 'Z'))
		return false;
	before.len--;
	start = before.len;
	while (start > 0 && in_word(before.data[start - 1]) && before.len - start < LONGEST_PART)
		start--;
	while (end < after.len && in_word(after.data[end]) && end < LONGEST_PART)
		end++;
	cut->before = str_sub(before, start, before.len);
	cut->after = str_sub(after, 0, end);
	return true;
}

/* Does the hyphen belong to the word: are both parts words, and the whole is not? */
static bool
keeps_hyphen(Arena *arena, const Cut *cut)
{
	Str whole = str_concat(arena, cut->before, cut->after);
	Str hyphened = str_concat(arena, str_concat(arena, cut->before, STR("-")), cut->after);

	if (lexicon_has(whole))
		return false;
	return lexicon_has(hyphened) || (lexicon_has(cut->before) && lexicon_has(cut->after));
}

/* The text after a <br> in the same element, before the next element; PAGE_NONE if none. */
static uint32_t
text_after(const Page *page, uint32_t br, uint32_t end)
{
	for (uint32_t i = br + 1; i < end && page->nodes[i].tag != TAG_br; i++)
		if (page->nodes[i].tag == TAG_text && !is_blank(node_str(&page->nodes[i])))
			return i;
	return PAGE_NONE;
}

static uint32_t
text_before(const Page *page, uint32_t br, uint32_t container)
{
	for (uint32_t i = br; i > container + 1 && page->nodes[i - 1].tag != TAG_br; i--)
		if (page->nodes[i - 1].tag == TAG_text && !is_blank(node_str(&page->nodes[i - 1])))
			return i - 1;
	return PAGE_NONE;
}

/* Are the <br>s of an element the line ends of print? */
static bool
is_printed(const Page *page, uint32_t container, uint32_t first)
{
	uint32_t end = page->nodes[container].end;
	uint32_t lines = 0;
	uint32_t bytes = 0;
	uint32_t cuts = 0;

	for (uint32_t i = first; i < end; i++)
	{
		uint32_t before;
		uint32_t after;
		Cut cut;

		if (page->nodes[i].tag != TAG_br)
			continue;
		before = text_before(page, i, container);
		after = text_after(page, i, end);
		if (before == PAGE_NONE || after == PAGE_NONE)
			continue;
		lines++;
		bytes += page->nodes[before].text_len;
		cuts += is_cut(node_str(&page->nodes[before]), node_str(&page->nodes[after]), &cut);
	}
	return cuts > 0 && lines >= LEAST_LINES && bytes >= LEAST_LINE * lines;
}

static void
join_lines(Reader *reader, uint32_t br, uint32_t before, uint32_t after)
{
	Node *nodes = reader->page.nodes;
	Str left = node_str(&nodes[before]);
	Str right = node_str(&nodes[after]);
	bool spaced = true;
	Cut cut;

	if (is_cut(left, right, &cut))
	{
		left = str_trim_spaces(left);
		left.len -= !keeps_hyphen(reader->arena, &cut);
		/* white space at its start still separates it from what is before */
		left = str_sub(node_str(&nodes[before]), 0,
					   (uint32_t) (left.data + left.len - node_str(&nodes[before]).data));
		right = str_trim_spaces(right);
		spaced = false;
		nodes[after].flags &= (uint8_t) ~NODE_SPACE_BEFORE;
		set_text(&nodes[before], left);
		set_text(&nodes[after], right);
	}
	nodes[br].tag = TAG_text;
	nodes[br].flags &= (uint8_t) ~NODE_SPACE_BEFORE;
	set_text(&nodes[br], spaced ? STR(" ") : STR(""));
}

void
markup_join_lines(Reader *reader, uint32_t container, uint32_t br)
{
	const Page *page = &reader->page;
	uint32_t end = page->nodes[container].end;

	if (!is_printed(page, container, br))
		return;
	for (uint32_t i = br; i < end; i++)
	{
		uint32_t before;
		uint32_t after;

		if (page->nodes[i].tag != TAG_br)
			continue;
		before = text_before(page, i, container);
		after = text_after(page, i, end);
		if (before != PAGE_NONE && after != PAGE_NONE)
			join_lines(reader, i, before, after);
	}
}

/* ------------------------------------------------------------------ pointers inside a paragraph */

static bool
opens_bracket(Str text)
{
	text = str_trim_spaces(text);
	return text.len > 0 && (text.data[0] == '(' || text.data[0] == '[');
}

/*
 * Does a text say nothing but that something else is to be read: "À LIRE AUSSI", "[Voir aussi :"?
 * It begins with a capital; words of a sentence are "lire" and "suivant" as well.
 */
static bool
is_pointer(Str text)
{
	char words[MARKUP_POINTER + 2];

	text = str_trim_spaces(text);
	if (opens_bracket(text))
		text = str_trim_spaces(str_sub(text, 1, text.len));
	if (text.len == 0 || text.len > MARKUP_POINTER ||
		(text.data[0] >= 'a' && text.data[0] <= 'z') || str_starts_ascii(text, STR("à")))
		return false;
	memcpy(words, text.data, text.len);
	words[text.len] = ' ';
	words[text.len + 1] = 'X'; /* for a headline */
	text = str_make(words, text.len + 2);
	return headline_points(text) && str_equal(headline_strip(text), STR("X"));
}

/* The largest inline element around a node that ends before "end" and begins with it. */
static uint32_t
element_of(const Page *page, uint32_t node, uint32_t container, uint32_t end)
{
	uint32_t outer = node;

	for (uint32_t up = page->nodes[node].parent; up > container && page->nodes[up].end <= end;
		 up = page->nodes[up].parent)
		outer = up;
	return outer;
}

/* The first text that follows in the container; data NULL if there is none. */
static Str
text_following(const Page *page, uint32_t from, uint32_t container)
{
	for (uint32_t i = from; i < page->nodes[container].end; i++)
		if (page->nodes[i].tag == TAG_text && !is_blank(node_str(&page->nodes[i])))
			return str_trim_spaces(node_str(&page->nodes[i]));
	return STR_NONE;
}

static bool
text_follows(const Page *page, uint32_t from, uint32_t container)
{
	return text_following(page, from, container).data != NULL;
}

/* Does a text continue the sentence before it? */
static bool
continues(Str text)
{
	return text.len > 0 &&
		   ((text.data[0] >= 'a' && text.data[0] <= 'z') || strchr(",;&(", text.data[0]) != NULL);
}

/* The period after a pointer ends no sentence. */
static void
drop_period(Page *page, uint32_t i)
{
	while (page->nodes[i].tag != TAG_text || is_blank(node_str(&page->nodes[i])))
		i++;
	set_text(&page->nodes[i], str_sub(str_trim_spaces(node_str(&page->nodes[i])), 1, UINT32_MAX));
}

/*
 * Cuts the brackets around what is left out: "(" at the end of a text and ")" at the start of the
 * next.
 */
static void
cut_brackets(Page *page, uint32_t first, uint32_t end, uint32_t container)
{
	uint32_t left = first;
	uint32_t right = end;
	Str before;
	Str after;

	while (left > container + 1 && page->nodes[left - 1].tag != TAG_text)
		left--;
	while (right < page->nodes[container].end && page->nodes[right].tag != TAG_text)
		right++;
	if (left <= container + 1 || right >= page->nodes[container].end)
		return;
	before = node_str(&page->nodes[left - 1]);
	after = node_str(&page->nodes[right]);
	if (!str_ends_ascii(str_trim_spaces(before), STR("(")) ||
		!str_starts_ascii(str_trim_spaces(after), STR(")")))
		return;
	while (before.data[before.len - 1] != '(')
		before.len--;
	before.len--;
	set_text(&page->nodes[left - 1], before);
	after = str_trim_spaces(after);
	set_text(&page->nodes[right], str_sub(after, 1, after.len));
}

/* Cuts the bracket that closes the one with which a pointer began. */
static void
cut_closing(Page *page, Str pointer, uint32_t end, uint32_t container)
{
	Str after;

	if (!opens_bracket(pointer))
		return;
	while (end < page->nodes[container].end && page->nodes[end].tag != TAG_text)
		end++;
	if (end == page->nodes[container].end)
		return;
	after = str_trim_spaces(node_str(&page->nodes[end]));
	if (after.len > 0 && (after.data[0] == ')' || after.data[0] == ']'))
		set_text(&page->nodes[end], str_sub(after, 1, after.len));
}

bool
markup_pointer(Reader *reader, uint32_t container, uint32_t before, uint32_t link, bool alone)
{
	Page *page = &reader->page;
	uint32_t end = page->nodes[link].end;
	uint32_t first = element_of(page, before, container, link);
	uint32_t outer = page->nodes[link].parent;

	if (!is_pointer(node_str(&page->nodes[before])))
		return false;
	/* an element around both that holds nothing else */
	while (outer > container && outer < before && !text_follows(page, end, outer) &&
		   text_in(page, outer, false) == before)
	{
		first = outer;
		end = page->nodes[outer].end;
		outer = page->nodes[outer].parent;
	}
	if ((alone && !text_follows(page, end, container)) ||
		continues(text_following(page, end, container)))
		return false;
	for (uint32_t i = first; i < end; i = page->nodes[i].end)
		page->nodes[i].flags |= NODE_ASIDE;
	cut_brackets(page, first, end, container);
	cut_closing(page, node_str(&page->nodes[before]), end, container);
	return true;
}

bool
markup_link_points(Reader *reader, uint32_t container, uint32_t link)
{
	Page *page = &reader->page;
	uint32_t first = text_in(page, link, false);
	Str text = first != PAGE_NONE ? str_trim_spaces(node_str(&page->nodes[first])) : STR_NONE;
	Str strip;

	if (text.len == 0 || (text.data[0] >= 'a' && text.data[0] <= 'z') || !headline_points(text))
		return false;
	strip = headline_strip(text);
	if (strip.len == 0 || memchr(text.data, ':', text.len - strip.len) == NULL ||
		continues(text_following(page, page->nodes[link].end, container)))
		return false;
	page->nodes[link].flags |= NODE_ASIDE;
	return true;
}

uint32_t
markup_cut_pointer(Reader *reader, uint32_t container, uint32_t before, uint32_t link)
{
	Page *page = &reader->page;
	Str text = node_str(&page->nodes[before]);
	uint32_t least = text.len > MARKUP_POINTER ? text.len - MARKUP_POINTER : 1;
	Str next;

	for (uint32_t i = text.len; i > least; i--)
		if (ascii_space(text.data[i - 1]) && i > 1 && strchr(".!?", text.data[i - 2]) != NULL)
		{
			if (!is_pointer(str_sub(text, i, text.len)) ||
				continues(text_following(page, page->nodes[link].end, container)))
				return text.len;
			set_text(&page->nodes[before], str_sub(text, 0, i - 1));
			page->nodes[link].flags |= NODE_ASIDE;
			cut_closing(page, str_sub(text, i, text.len), page->nodes[link].end, container);
			next = text_following(page, page->nodes[link].end, container);
			if (next.len > 0 && next.data[0] == '.')
				drop_period(page, page->nodes[link].end);
			return i - 1;
		}
	return text.len;
}

/* ------------------------------------------------------------------ cards over a paragraph */

bool
markup_card(Reader *reader, uint32_t container, uint32_t node)
{
	static const Str names[] = {
		{"tooltip", 7}, {"hovercard", 9}, {"hover-card", 10}, {"popover", 7}};
	Page *page = &reader->page;
	uint32_t parent = page->nodes[node].parent;
	bool found;
	Str class;

	if (page->nodes[node].nattrs == 0)
		return false;
	found = str_equal_ascii(page_attr(page, node, ATTR_role), STR("tooltip"));
	class = reader_class(page, node);
	for (size_t i = 0; i < lengthof(names) && !found; i++)
		found = str_find_ascii(class, names[i]) >= 0;
	/* the words that it explains are before it in the same element */
	if (!found || (parent == container && page->nodes[node - 1].tag == TAG_text) ||
		text_in(page, parent, false) > node)
		return false;
	page->nodes[node].flags |= NODE_ASIDE;
	return true;
}

/* ------------------------------------------------------------------ words for screen readers */

/* Elsewhere such words label a link or a name. */
static bool
is_running_text(const Page *page, uint32_t container, uint32_t node)
{
	TagId tag = (TagId) page->nodes[container].tag;

	return (tag == TAG_p || tag == TAG_blockquote || tag_is_heading(tag)) &&
		   page->nodes[page->nodes[node].parent].tag != TAG_a;
}

/* A mark without a word separates the parts of a heading. */
static bool
holds_word(const Page *page, uint32_t node)
{
	uint32_t first = text_in(page, node, false);
	Str text = first != PAGE_NONE ? node_str(&page->nodes[first]) : STR_NONE;

	for (uint32_t i = 0; i < text.len; i++)
		if (in_word(text.data[i]))
			return true;
	return false;
}

bool
markup_unseen(Reader *reader, uint32_t container, uint32_t node, bool begun)
{
	Page *page = &reader->page;

	if (page->nodes[node].nattrs == 0 || !is_running_text(page, container, node) ||
		!class_hides(reader_class(page, node)) || !holds_word(page, node) ||
		(!begun && (text_in(page, container, false) < node ||
					!text_follows(page, page->nodes[node].end, container))))
		return false;
	page->nodes[node].flags |= NODE_ASIDE;
	return true;
}

/* ------------------------------------------------------------------ initials */

/* The text that an initial begins is a paragraph. */
#define SHORTEST_AFTER_INITIAL 20

/* Is it one uppercase letter, of Latin-1 at most? */
static bool
is_initial(Str text)
{
	if (text.len == 1)
		return text.data[0] >= 'A' && text.data[0] <= 'Z';
	return text.len == 2 && text.data[0] == '\xC3' && (unsigned char) text.data[1] <= 0x9E;
}

static bool
starts_small(Str text)
{
	return text.len > 1 && ((text.data[0] >= 'a' && text.data[0] <= 'z') ||
							(text.data[0] == '\xC3' && (unsigned char) text.data[1] >= 0x9F) ||
							str_starts_ascii(text, STR("’")) || text.data[0] == '\'');
}

bool
markup_take_initial(Reader *reader, uint32_t initial, uint32_t text)
{
	Node *nodes = reader->page.nodes;
	Str letter = str_trim_spaces(node_str(&nodes[initial]));
	Str rest = str_trim_spaces(node_str(&nodes[text]));

	if (!is_initial(letter) || !starts_small(rest) || rest.len < SHORTEST_AFTER_INITIAL)
		return false;
	set_text(&nodes[text],
			 str_concat(reader->arena, letter,
						node_str(&nodes[text]).data == rest.data ? node_str(&nodes[text]) : rest));
	set_text(&nodes[initial], STR(""));
	return true;
}
