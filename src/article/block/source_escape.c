/*
 * source_escape.c
 *	  See source_mend.h. What a page shows decides whether it is escaped twice: no one writes
 *	  "d&eacute;j&agrave;" for readers, or begins a paragraph with "<p>". Then one layer is removed
 *	  from the text of the source; code, scripts and attributes stay as they are.
 */
#include "article/block/source_mend.h"

#include "base/array.h"
#include "base/swar.h"
#include "html/entity.h"

/* References inside words that prove it: fewer may be a slip, or an example. */
#define LEAST_REFERENCES 2
#define LEAST_BREAKS 2
/* References that are looked at: a page escaped twice shows it among the first ones. */
#define MOST_REFERENCES 1000
/* "&eacute;" */
#define LONGEST_REFERENCE 10
/* Bytes of an escaped tag with its attributes. */
#define LONGEST_TAG 512

/* ------------------------------------------------------------------ is the page escaped twice? */

/* The length of a reference to a letter with an accent at i, in a text already decoded; 0 if none. */
static uint32_t
letter_reference(Arena *scratch, Str text, uint32_t i)
{
	uint32_t end = i + 1;
	Str decoded;

	if (end + 1 < text.len && text.data[end] == '#' && ascii_digit(text.data[end + 1]))
		end++; /* "d&#233;j&#224;" */
	while (
		end < text.len && end - i <= LONGEST_REFERENCE &&
		(ascii_alpha(text.data[end]) || (text.data[i + 1] == '#' && ascii_digit(text.data[end]))))
		end++;
	if (end < i + 4 || end >= text.len || text.data[end] != ';')
		return 0;
	decoded = entity_decode(scratch, str_sub(text, i, end + 1 - i), false);
	return (unsigned char) decoded.data[0] == 0xC3 ? end + 1 - i : 0;
}

/* References to letters that touch other letters. */
static uint32_t
references_in_words(Arena *scratch, Str text, uint32_t *room)
{
	uint32_t count = 0;
	const char *at = text.data;

	while (*room > 0 && (at = memchr(at, '&', (size_t) (text.data + text.len - at))) != NULL)
	{
		uint32_t i = (uint32_t) (at - text.data);
		uint32_t length = letter_reference(scratch, text, i);

		count += length > 0 && ((i > 0 && ascii_alpha(text.data[i - 1])) ||
								(i + length < text.len && ascii_alpha(text.data[i + length])));
		at++;
		--*room;
	}
	return count;
}

/* The length of a tag at i, which is '<', up to the name's end; 0 if the tag is none of text. */
static uint32_t
text_tag(Str text, uint32_t i)
{
	uint32_t start = i + 1;
	uint32_t end;
	TagId tag;

	start += start < text.len && text.data[start] == '/';
	for (end = start;
		 end < text.len && (ascii_alpha(text.data[end]) || ascii_digit(text.data[end])); end++)
		;
	if (end == start || end - start > 10)
		return 0;
	tag = tag_lookup(str_sub(text, start, end - start));
	return tag == TAG_custom || tag == TAG_none ? 0 : end - i;
}

/* Do four bytes, the first of which is '<', begin "<br>" or "</p>"? */
static bool
is_break(const char *tag)
{
	if (tag[1] == '/')
		return ascii_lower(tag[2]) == 'p' && tag[3] == '>';
	return ascii_lower(tag[1]) == 'b' && ascii_lower(tag[2]) == 'r' &&
		   (tag[3] == '>' || tag[3] == ' ' || tag[3] == '/');
}

/* Does a shown text have several of them? */
static bool
holds_breaks(const Arena *arena, Str text)
{
	const char *end = text.data + text.len;
	const char *at = text.data;
	uint32_t count = 0;
	size_t polled = 0;

	while (count < LEAST_BREAKS && (at = swar_find(at, end, '<')) != NULL && end - at >= 4)
	{
		arena_poll_at(arena, (size_t) (at - text.data), &polled);
		count += is_break(at++);
	}
	return count >= LEAST_BREAKS;
}

/* Does a shown text begin with the tag of a block, and end one: "<p>…</p>"? */
static bool
shows_markup(const Arena *arena, Str text)
{
	uint32_t name =
		text.len > 3 && text.data[0] == '<' && text.data[1] != '/' ? text_tag(text, 0) : 0;
	TagId tag;

	if (name == 0)
		return holds_breaks(arena, text);
	tag = tag_lookup(str_sub(text, 1, name - 1));
	return tag_is_block(tag) && (str_find(text, STR("</")) > 0 || str_find(text, STR("<br")) > 0);
}

static bool
is_code(const Reader *reader, const Block *block)
{
	return block->kind == BLOCK_PREFORMATTED ||
		   reader->page.nodes[reader->page.nodes[block->first].parent].tag == TAG_code;
}

/* Sets *markup if blocks show tags. Returns whether they show references in words, or tags. */
static bool
is_escaped(Reader *reader, bool *markup)
{
	Arena scratch = arena_scratch(reader->arena);
	uint32_t references = 0;
	uint32_t room = MOST_REFERENCES;

	*markup = false;
	for (uint32_t i = 0; i < reader->blocks.count; i++)
	{
		const Block *block = &reader->blocks.items[i];

		if (memchr(block->text.data, '&', block->text.len) != NULL && !is_code(reader, block))
			references += references_in_words(&scratch, block->text, &room);
		if (memchr(block->text.data, '<', block->text.len) != NULL && !is_code(reader, block))
			*markup |= shows_markup(reader->arena, block->text);
	}
	arena_free(&scratch);
	return *markup || references >= LEAST_REFERENCES;
}

/* ------------------------------------------------------------------ one layer less */

typedef struct Unescaper
{
	Str in;
	uint32_t pos;
	StrBuf out;
	bool markup; /* tags as well as references */
} Unescaper;

static bool
starts_at(const Unescaper *unescaper, uint32_t i, Str words)
{
	return str_starts_ascii(str_sub(unescaper->in, i, words.len), words);
}

static void
copy_to(Unescaper *unescaper, uint32_t end)
{
	strbuf_add(&unescaper->out, str_sub(unescaper->in, unescaper->pos, end - unescaper->pos));
	unescaper->pos = end;
}

/* Copies an element whose text is code or data, if one begins here. */
static bool
copy_code(Unescaper *unescaper)
{
	static const Str elements[] = {{"<script", 7}, {"<style", 6},	 {"<pre", 4},
								   {"<code", 5},   {"<textarea", 9}, {"<xmp", 4}};

	for (size_t i = 0; i < lengthof(elements); i++)
	{
		char end_tag[16] = "</";
		int32_t end;

		if (!starts_at(unescaper, unescaper->pos, elements[i]))
			continue;
		memcpy(end_tag + 2, elements[i].data + 1, elements[i].len - 1);
		end = str_find_ascii(str_sub(unescaper->in, unescaper->pos, unescaper->in.len),
							 str_make(end_tag, elements[i].len + 1));
		copy_to(unescaper, end < 0 ? unescaper->in.len : unescaper->pos + (uint32_t) end);
		return true;
	}
	return false;
}

/* Copies a tag or a comment with its attributes. */
static void
copy_tag(Unescaper *unescaper)
{
	Str rest = str_sub(unescaper->in, unescaper->pos, unescaper->in.len);
	bool comment = str_starts_ascii(rest, STR("<!--"));
	int32_t end;

	if (copy_code(unescaper))
		return;
	end = str_find(rest, comment ? STR("-->") : STR(">"));
	copy_to(unescaper, end < 0 ? unescaper->in.len : unescaper->pos + (uint32_t) end + 1);
}

/* Where an escaped tag ends: at its "&gt;", before another one begins; -1 if it does not end. */
static int32_t
tag_end(Str rest)
{
	for (uint32_t i = 1; i + 4 <= rest.len; i++)
	{
		const char *mark = memchr(rest.data + i, '&', rest.len - i);

		if (mark == NULL)
			return -1;
		i = (uint32_t) (mark - rest.data);
		if (str_starts_ascii(str_sub(rest, i, 4), STR("&gt;")))
			return (int32_t) i;
		if (str_starts_ascii(str_sub(rest, i, 4), STR("&lt;")))
			return -1;
	}
	return -1;
}

/* Writes an escaped tag as a tag. Returns false if there is none here. */
static bool
unescape_tag(Unescaper *unescaper)
{
	Str rest = str_sub(unescaper->in, unescaper->pos, LONGEST_TAG);
	int32_t end;
	Str tag;

	if (!str_starts_ascii(rest, STR("&lt;")) || (end = tag_end(rest)) < 0)
		return false;
	tag = str_concat(unescaper->out.arena, STR("<"), str_sub(rest, 4, (uint32_t) end - 4));
	if (text_tag(tag, 0) == 0 || memchr(tag.data + 1, '<', tag.len - 1) != NULL)
		return false;
	strbuf_add(&unescaper->out, entity_decode(unescaper->out.arena, tag, false));
	strbuf_add_char(&unescaper->out, '>');
	unescaper->pos += (uint32_t) end + 4;
	return true;
}

/* "&amp;eacute;" becomes "&eacute;". */
static void
unescape_reference(Unescaper *unescaper)
{
	uint32_t next = unescaper->pos + 5;

	copy_to(unescaper, unescaper->pos + 1);
	if (!starts_at(unescaper, next - 5, STR("&amp;")) || next + 2 >= unescaper->in.len ||
		(!ascii_alpha(unescaper->in.data[next]) && unescaper->in.data[next] != '#'))
		return;
	unescaper->pos = next;
}

Str
source_unescaped(Reader *reader)
{
	Unescaper unescaper = {.in = reader->page.source};

	if (!is_escaped(reader, &unescaper.markup))
		return STR_NONE;
	strbuf_init(&unescaper.out, reader->arena);
	strbuf_reserve(&unescaper.out, unescaper.in.len);
	for (uint32_t steps = 0; unescaper.pos < unescaper.in.len; steps++)
	{
		char c = unescaper.in.data[unescaper.pos];

		if (steps % NODES_PER_POLL == 0)
			arena_poll(reader->arena);
		if (c == '<')
			copy_tag(&unescaper);
		else if (c != '&')
			copy_to(&unescaper, unescaper.pos + 1);
		else if (!unescaper.markup || !unescape_tag(&unescaper))
			unescape_reference(&unescaper);
	}
	return strbuf_take(&unescaper.out);
}
