/*
 * image_caption.c
 *	  The caption of an image, and its credit.
 */
#include "base/array.h"
#include "article/media/image.h"

#include "article/block/seen_text.h"
#include "article/block/surroundings.h"

/* How far above an image the element may be that also contains its caption, and its most nodes. */
#define LEVELS 5
#define MOST_NODES 120

#define CAPTION_CUE CLASS_CUE_BIT(CAPTION)

/* Does a class name or a property contain a word for a credit? */
static bool
names_credit(Str value)
{
	return str_find_ascii(value, STR("credit")) >= 0 ||
		   str_find_ascii(value, STR("copyright")) >= 0 ||
		   str_find_ascii(value, STR("photographe")) >= 0;
}

static bool
is_credit(const Page *page, uint32_t node)
{
	return page->nodes[node].nattrs > 0 &&
		   (names_credit(surroundings_words(page, node, ATTR_class)) ||
			names_credit(surroundings_words(page, node, ATTR_itemprop)));
}

static bool
is_caption(const Page *page, uint32_t node)
{
	TagId tag = (TagId) page->nodes[node].tag;

	if (tag == TAG_figcaption)
		return true;
	if (tag == TAG_text || tag == TAG_img || page->nodes[node].nattrs == 0 ||
		page->nodes[node].end == node + 1)
		return false;
	return (class_cues(surroundings_words(page, node, ATTR_class)) & CAPTION_CUE) != 0 ||
		   str_equal_ascii(page_attr(page, node, ATTR_itemprop), STR("caption"));
}

/* Does a caption inside "holder" belong to another image, which shares an inner element with it? */
static bool
is_of_another(const Page *page, uint32_t holder, uint32_t caption)
{
	for (uint32_t node = page->nodes[caption].parent; node > holder;
		 node = page->nodes[node].parent)
		for (uint32_t i = node + 1; i < page->nodes[node].end; i++)
			if (image_is_one(page, i))
				return true;
	return false;
}

/*
 * The first caption in an element that is not another image's; "inner" is the child of the element
 * that holds the image, and has been searched. One that holds only a credit is taken only if there
 * is no other.
 */
static uint32_t
caption_within(const Page *page, uint32_t holder, uint32_t inner)
{
	uint32_t credit = PAGE_NONE;

	for (uint32_t i = holder + 1; i < page->nodes[holder].end; i++)
	{
		if (i == inner)
		{
			i = page->nodes[inner].end - 1;
			continue;
		}
		if (!is_caption(page, i) || is_of_another(page, holder, i))
			continue;
		if (!is_credit(page, i))
			return i;
		if (credit == PAGE_NONE)
			credit = i;
	}
	return credit;
}

uint32_t
image_caption_node(const Page *page, uint32_t node)
{
	uint32_t holder = page->nodes[node].parent;
	uint32_t inner = node;

	for (int level = 0; level < LEVELS && holder != 0; level++)
	{
		uint32_t found;

		if (page->nodes[holder].end - holder > MOST_NODES)
			return PAGE_NONE;
		found = caption_within(page, holder, inner);
		if (found != PAGE_NONE || page->nodes[holder].tag == TAG_figure)
			return found;
		inner = holder;
		holder = page->nodes[holder].parent;
	}
	return PAGE_NONE;
}

/* ------------------------------------------------------------------ caption and credit */

/* The element that holds the credit: inside the caption, or next to it. */
static uint32_t
credit_node(const Page *page, uint32_t caption)
{
	uint32_t holder = page->nodes[caption].parent;
	uint32_t end = page->nodes[holder].end;

	if (is_credit(page, caption))
		return caption;
	if (end - caption > MOST_NODES)
		end = page->nodes[caption].end;
	for (uint32_t i = caption + 1; i < end; i++)
		if (page->nodes[i].tag != TAG_text && is_credit(page, i))
			return i;
	return PAGE_NONE;
}

/*
 * The length in bytes of the credit mark at offset i of a text; 0 if there is none. Sets *left_out
 * if the mark is not part of the credit.
 */
static uint32_t
mark_at(Str text, uint32_t i, bool *left_out)
{
	static const struct
	{
		Str mark;
		bool left_out;
	} marks[] = {
#define CREDIT_MARK(mark, left_out) {{mark, sizeof(mark) - 1}, left_out},
#include "article/media/credit_mark_list.h"
#undef CREDIT_MARK
	};
	Str rest = str_sub(text, i, text.len);
	char first = ascii_lower(rest.data[0]);
	uint32_t longest = 0;

	if (i > 0 && (ascii_alpha(text.data[i - 1]) || (text.data[i - 1] & 0x80)))
		return 0;
	for (size_t k = 0; k < lengthof(marks); k++)
		if (ascii_lower(marks[k].mark.data[0]) == first && marks[k].mark.len > longest &&
			str_starts_ascii(rest, marks[k].mark))
		{
			longest = marks[k].mark.len;
			*left_out = marks[k].left_out;
		}
	return longest;
}

/* A text without the punctuation that separates a caption from its credit. */
static Str
trim_marks(Str text)
{
	static const Str marks[] = {{" ", 1},			{"(", 1}, {")", 1}, {"-", 1},
								{"/", 1},			{"|", 1}, {":", 1}, {"\xE2\x80\x93", 3},
								{"\xE2\x80\x94", 3}};
	size_t i = 0;

	while (i < lengthof(marks))
	{
		Str mark = marks[i++];

		if (str_starts_ascii(text, mark) && mark.data[0] != '(')
			text = str_sub(text, mark.len, text.len), i = 0;
		else if (str_ends_ascii(text, mark) && mark.data[0] != ')')
			text.len -= mark.len, i = 0;
	}
	if (text.len > 0 && text.data[0] == '(' && text.data[text.len - 1] == ')')
		text = str_sub(text, 1, text.len - 2);
	if (text.len > 0 && text.data[text.len - 1] == ')' && memchr(text.data, '(', text.len) == NULL)
		text.len--;
	if (text.len > 0 && text.data[0] == '.')
		text = str_trim(str_sub(text, 1, text.len));
	return text;
}

/*
 * A credit without a mark has at most this many bytes: "… devant la halle. Photo Anne Dupont", "…
 * (Anne Dupont/Agence)".
 */
#define LONGEST_CREDIT 60

static const Str credit_words[] = {{"Foto ", 5}, {"Photo ", 6}, {"Photos ", 7}};

#define CREDIT_WORDS lengthof(credit_words)

/* A credit without the word at its start. */
static Str
after_credit_word(Str credit)
{
	for (size_t k = 0; k < CREDIT_WORDS; k++)
		if (str_starts_ascii(credit, credit_words[k]))
			return str_sub(credit, credit_words[k].len, credit.len);
	return credit;
}

/*
 * The offset of a caption's last sentence or last parenthesis if that is its credit; else the
 * text's length.
 */
static uint32_t
unmarked_credit(Str text)
{
	uint32_t least = text.len > LONGEST_CREDIT ? text.len - LONGEST_CREDIT : 1;
	bool closed = text.len > 0 && text.data[text.len - 1] == ')';
	bool slash = false;

	for (uint32_t i = text.len; i > least; i--)
	{
		Str rest = str_sub(text, i, text.len);

		slash |= text.data[i - 1] == '/';
		if (closed && slash && text.data[i - 1] == '(')
			return i - 1;
		for (size_t k = 0; k < CREDIT_WORDS && text.data[i - 1] == ' '; k++)
			if (i > 1 && text.data[i - 2] == '.' && str_starts_ascii(rest, credit_words[k]))
				return i;
	}
	return text.len;
}

static void
split_credit(Str text, ArticleImage *image)
{
	uint32_t last;

	for (uint32_t i = 0; i < text.len; i++)
	{
		bool left_out = false;
		uint32_t width = mark_at(text, i, &left_out);

		if (width == 0)
			continue;
		image->caption = trim_marks(str_sub(text, 0, i));
		image->credit = trim_marks(str_sub(text, left_out ? i + width : i, text.len));
		return;
	}
	last = unmarked_credit(text);
	image->caption = trim_marks(str_sub(text, 0, last));
	image->credit = trim_marks(after_credit_word(str_sub(text, last, text.len)));
}

/* An element with a credit class and more than this many bytes holds the caption as well. */
#define LONGEST_NAMES 100

void
image_read_caption(const Reader *reader, uint32_t caption_node, ArticleImage *image)
{
	uint32_t credit = credit_node(&reader->page, caption_node);
	Str text = credit != PAGE_NONE ? seen_text(reader, reader->arena, credit, PAGE_NONE) : STR_NONE;
	ArticleImage alone = {STR_NONE, STR_NONE, STR_NONE, STR_NONE};

	if (credit != caption_node)
		split_credit(seen_text(reader, reader->arena, caption_node, credit), image);
	else if (text.len > LONGEST_NAMES)
		split_credit(text, image);
	if (text.len > 0 && text.len <= LONGEST_NAMES)
	{
		split_credit(text, &alone);
		image->credit = alone.credit.len > 0 ? alone.credit : trim_marks(text);
	}
	if (image->caption.len == 0)
		image->caption = STR_NONE;
	if (image->credit.len == 0)
		image->credit = STR_NONE;
}
