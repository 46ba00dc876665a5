/*
 * inclusive.c
 *	  See inclusive.h. An inclusive word is a word, a mark, an ending from the list, and optionally
 *	  a second mark and a plural s; both marks are the same.
 */
#include "french/inclusive.h"

#include "base/array.h"
#include "french/char_class.h"
#include "text/fold.h"

/* The longest ending with its plural s, in bytes of any spelling. */
#define ENDING_BYTES_MAX 16
#define ENDINGS_MAX 3
#define SLASH_WORD_BYTES 4 /* shorter words before a slash are separate words: et/ou, un/une, m/s */

typedef struct Ending
{
	Str feminine;
	Str masculine;
	bool hyphen;
} Ending;

static const Ending endings[] = {
#define ENDING(feminine, masculine, hyphen)                                                        \
	{{feminine, sizeof(feminine) - 1}, {masculine, sizeof(masculine) - 1}, hyphen},
#include "french/inclusive_list.h"
#undef ENDING
};

/* What follows the word. */
typedef struct Tail
{
	const Ending *ending;  /* NULL: only a plural, as in enfant(s) */
	Str written;		   /* the ending as written */
	bool plural_in_ending; /* the ending includes its plural s */
	bool plural;
	uint32_t end;
} Tail;

static const Ending *
find_ending(const char *folded, uint32_t len)
{
	for (size_t i = 0; i < lengthof(endings); i++)
		if (str_equal(endings[i].feminine, str_make(folded, len)))
			return &endings[i];
	return NULL;
}

/* Reads the ending at [start, end) into the tail; false if it is none. */
static bool
read_ending(Str text, uint32_t start, uint32_t end, Tail *tail)
{
	char folded[ENDING_BYTES_MAX * 2 + 8];
	uint32_t len;

	if (end == start || end - start > ENDING_BYTES_MAX || tail->plural)
		return false;
	len = fold_plain(str_sub(text, start, end - start), folded, sizeof(folded));
	if (len == 1 && (folded[0] == 's' || folded[0] == 'x'))
	{
		tail->plural = true;
		return true;
	}
	if (tail->ending != NULL)
		return false;
	tail->written = str_sub(text, start, end - start);
	if (len > 1 && folded[len - 1] == 's' && (tail->ending = find_ending(folded, len - 1)) != NULL)
	{
		tail->plural = true;
		tail->plural_in_ending = true;
		return true;
	}
	tail->ending = find_ending(folded, len);
	return tail->ending != NULL;
}

static bool
same_mark(TextChar a, TextChar b)
{
	if (a.class == CLASS_MIDDLE_DOT || a.class == CLASS_HYPHEN)
		return a.class == b.class;
	return a.code == b.code;
}

static bool
opens_ending(TextChar mark)
{
	return mark.class == CLASS_MIDDLE_DOT || mark.class == CLASS_HYPHEN || mark.code == '.' ||
		   mark.code == '/' || mark.code == '(';
}

/* (ne)s, (s): one ending in parentheses. */
static bool
read_parenthesis(Str text, TextChar mark, Tail *tail)
{
	uint32_t end = char_class_letters_end(text, mark.end);
	uint32_t after;

	if (text_char_at(text, end).code != ')' || !read_ending(text, mark.end, end, tail))
		return false;
	tail->end = end + 1;
	after = char_class_letters_end(text, tail->end);
	if (after > tail->end)
	{
		if (tail->plural || !read_ending(text, tail->end, after, tail))
			return false;
		tail->end = after;
	}
	return true;
}

/* Reads endings after marks; endings after the last known one do not belong to the word. */
static bool
read_marked(Str text, TextChar mark, Tail *tail)
{
	TextChar next = mark;
	uint32_t count = 0;

	while (count < ENDINGS_MAX && same_mark(mark, next))
	{
		uint32_t end = char_class_letters_end(text, next.end);

		if (!read_ending(text, next.end, end, tail))
			break;
		count++;
		tail->end = end;
		next = text_char_at(text, end);
	}
	if (tail->ending == NULL || char_class_in_word(next) || next.code == '@')
		return false;
	if (mark.class != CLASS_HYPHEN)
		return true;
	/* if a hyphen continues the word, it has a clitic rather than an ending: donne-le-moi */
	return (tail->ending->hyphen || count > 1) &&
		   !(next.class == CLASS_HYPHEN && char_class_in_word(text_char_at(text, next.end)));
}

static bool
read_tail(Str text, uint32_t start, uint32_t end, Tail *tail)
{
	TextChar mark = text_char_at(text, end);

	memset(tail, 0, sizeof(*tail));
	if (!opens_ending(mark) || end - start < (mark.code == '/' ? SLASH_WORD_BYTES : 2))
		return false;
	return mark.code == '(' ? read_parenthesis(text, mark, tail) : read_marked(text, mark, tail);
}

uint32_t
inclusive_end(Str text, uint32_t start, uint32_t end)
{
	Tail tail;

	return read_tail(text, start, end, &tail) ? tail.end : 0;
}

static bool
is_plural(const char *word, uint32_t len)
{
	return len > 0 && (word[len - 1] == 's' || word[len - 1] == 'x');
}

/* Writes the ending without its plural s, which is not necessarily its last byte as written. */
static uint32_t
write_ending(const Tail *tail, char *out, uint32_t room)
{
	uint32_t len = fold_word(tail->written, out, room);

	if (tail->plural_in_ending && len > 0)
		do
			len--;
		while (len > 0 && ((unsigned char) out[len] & 0xC0) == 0x80);
	return len;
}

static void
build_feminine(const Tail *tail, const char *base, uint32_t base_len, InclusiveForms *forms)
{
	uint32_t len = base_len;

	if (tail->ending->masculine.len > 0)
	{
		if (len > 1 && base[len - 1] == 's' &&
			!str_has_ending(str_make(base, len), tail->ending->masculine))
			len--; /* sénateurs/trices */
		if (!str_has_ending(str_make(base, len), tail->ending->masculine))
			return;
		len -= tail->ending->masculine.len;
	}
	else if (tail->plural && len > 1 && base[len - 1] == 's')
		len--; /* importants/es */
	memcpy(forms->feminine, base, len);
	len += write_ending(tail, forms->feminine + len, INCLUSIVE_FORM_BYTES - 2 - len);
	if (tail->plural)
		forms->feminine[len++] = 's';
	forms->feminine_len = len;
}

bool
inclusive_forms(Str word, InclusiveForms *forms)
{
	bool digits;
	uint32_t end = char_class_word_end(word, 0, &digits);
	uint32_t len;
	Tail tail;

	forms->masculine_len = 0;
	forms->feminine_len = 0;
	if (end > INCLUSIVE_FORM_BYTES - 2 * ENDING_BYTES_MAX || !read_tail(word, 0, end, &tail) ||
		tail.end != word.len)
		return false;
	len = fold_word(str_sub(word, 0, end), forms->masculine, INCLUSIVE_FORM_BYTES - 2);
	if (len == 0) /* only invisible characters */
		return false;
	if (tail.ending != NULL)
		build_feminine(&tail, forms->masculine, len, forms);
	if (tail.plural && !is_plural(forms->masculine, len))
		forms->masculine[len++] = 's';
	forms->masculine_len = len;
	return true;
}
