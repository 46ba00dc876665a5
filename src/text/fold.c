/*
 * fold.c
 *	  Applies the tables to a text: plain ASCII 16 bytes at a time, the rest character by character;
 *	  sequences that compose are in fold_segment.c. Linear in the text; every byte of the output is
 *	  written once, except the character before a combining mark.
 */
#include "text/fold.h"

#include "base/array.h"
#include "base/utf8.h"
#include "text/fold_internal.h"

/* Most output bytes per input byte: U+FDFA, three bytes, becomes 18 letters. */
#define MOST_GROWTH 12
/* Most atoms per input byte: U+FDFA again. */
#define MOST_ATOMS 6

/* A short pool text is copied together with the bytes after it: one move instead of a call. */
#define COPIED 8

#define DEGREE "\xC2\xB0"
#define ZERO_WIDTH_SPACE 0x200B
#define ZERO_WIDTH_JOINER 0x200D

/* 16 bytes at a time, using the machine's vector instructions, if any. */
typedef signed char Chunk __attribute__((vector_size(16)));

static void
append(Folder *folder, const char *text, size_t len)
{
	memcpy(folder->out + folder->len, text, len);
	folder->len += len;
	folder->after_space = false;
}

static inline Chunk
chunk_of(signed char c)
{
	return (Chunk){c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c};
}

static inline Chunk
chunk_load(const char *bytes)
{
	Chunk chunk;

	memcpy(&chunk, bytes, sizeof(chunk));
	return chunk;
}

/*
 * Sets all bits of every byte that is not plain: beyond ASCII (negative), a control character, and
 * when folding a backquote, or a space before another space.
 */
static inline Chunk
chunk_special(Chunk here, Chunk next, bool small, bool spaces)
{
	Chunk special = (Chunk) (here < chunk_of(' ')) | (Chunk) (here == chunk_of(0x7F));

	if (small)
		special |= (Chunk) (here == chunk_of('`'));
	if (spaces)
		special |= (Chunk) (here == chunk_of(' ')) & (Chunk) (next == chunk_of(' '));
	return special;
}

static inline Chunk
chunk_lower(Chunk here)
{
	Chunk upper = (Chunk) (here >= chunk_of('A')) & (Chunk) (here <= chunk_of('Z'));

	return here | (upper & chunk_of('a' - 'A'));
}

/* Returns the number of bytes before the first one whose bits are set. */
static inline uint32_t
chunk_plain(Chunk special)
{
	uint64_t half[2];
	uint32_t before = 0;

	memcpy(half, &special, sizeof(half));
	if (half[0] == 0)
	{
		if (half[1] == 0)
			return sizeof(Chunk);
		half[0] = half[1];
		before = sizeof(half[0]);
	}
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	return before + (uint32_t) __builtin_clzll(half[0]) / 8;
#else
	return before + (uint32_t) __builtin_ctzll(half[0]) / 8;
#endif
}

/* Copies plain ASCII. Inline, since small and spaces are constants. */
static inline void
copy_ascii(Folder *folder, bool small, bool spaces)
{
	const char *in = folder->in.data + folder->at;
	const char *end = folder->in.data + folder->in.len;
	const char *start = in;
	char *out = folder->out + folder->len;
	uint32_t plain;

	if (spaces && folder->after_space && *in == ' ')
		return;
	do
	{
		char last[sizeof(Chunk) + 1] = {0}; /* the end of the text, padded with NULs */
		const char *from = in;
		Chunk chunk;

		if ((size_t) (end - in) <= sizeof(Chunk))
			from = memcpy(last, in, (size_t) (end - in));
		chunk = chunk_load(from);
		plain = chunk_plain(chunk_special(chunk, chunk_load(from + 1), small, spaces));
		if (small)
			chunk = chunk_lower(chunk);
		memcpy(out, &chunk, sizeof(chunk));
		in += plain;
		out += plain;
	} while (plain == sizeof(Chunk) && in < end);
	if (in == start)
		return;
	folder->at += (uint32_t) (in - start);
	folder->len += (size_t) (in - start);
	folder->after_space = in[-1] == ' ';
	folder->joiner = 0;
	folder->after_return = false;
}

/* Returns the flags of the last starter in the output. */
static uint8_t
starter_flags(const Folder *folder)
{
	size_t start = folder->len;
	uint32_t i = 0;

	if (start == 0)
		return 0;
	if (start == folder->segment_end)
		start = folder->segment_starter;
	else
		do
			start--;
		while (start > 0 && ((unsigned char) folder->out[start] & 0xC0) == 0x80);
	return fold_mapping(folder->index,
						utf8_next(folder->out + start, (uint32_t) (folder->len - start), &i))
		->flags;
}

/*
 * Writes the pending joiner if it belongs: between two letters of a cursive script, or two emoji; a
 * zero-width space only in scripts without spaces.
 */
static void
resolve_joiner(Folder *folder, const FoldMapping *next)
{
	uint8_t wanted = folder->joiner == ZERO_WIDTH_SPACE	   ? FOLD_UNSPACED
					 : folder->joiner == ZERO_WIDTH_JOINER ? FOLD_CURSIVE | FOLD_EMOJI
														   : FOLD_CURSIVE;
	char bytes[4];

	if (starter_flags(folder) & next->flags & wanted)
		append(folder, bytes, utf8_encode(folder->joiner, bytes));
	folder->joiner = 0;
}

/* Writes a character whose form depends on what is before it. */
static void
put_in_context(Folder *folder, const char *bytes, uint32_t width, const FoldMapping *mapping)
{
	char last = folder->len > 0 ? folder->out[folder->len - 1] : '\0';

	switch (mapping->kind)
	{
		case FOLD_SPACE:
			if (!folder->after_space)
				append(folder, " ", 1);
			folder->after_space = true;
			break;
		case FOLD_OPENING:
			append(folder, fold_pool + mapping->text, mapping->length);
			folder->after_space = true;
			break;
		case FOLD_CLOSING:
			folder->len -= last == ' ';
			append(folder, fold_pool + mapping->text, mapping->length);
			break;
		case FOLD_DEGREE:
			append(folder, last == 'n' ? "o" : DEGREE, last == 'n' ? 1 : strlen(DEGREE));
			append(folder, fold_pool + mapping->text + strlen(DEGREE),
				   mapping->length - strlen(DEGREE));
			break;
		case FOLD_FRACTION:
			if (ascii_digit(last))
				append(folder, " ", 1);
			append(folder, fold_pool + mapping->text, mapping->length);
			break;
		case FOLD_TAG:
			if (starter_flags(folder) & FOLD_FLAG)
				append(folder, bytes, width);
			break;
		case FOLD_RETURN:
			append(folder, "\n", 1);
			break;
		case FOLD_FEED:
			if (!folder->after_return)
				append(folder, "\n", 1);
			break;
	}
	folder->after_return = mapping->kind == FOLD_RETURN;
}

/* Folds one character of any kind. */
static void
put_character(Folder *folder)
{
	uint32_t next = folder->at;
	uint32_t c = utf8_next(folder->in.data, folder->in.len, &next);
	const char *bytes = folder->in.data + folder->at;
	uint32_t width = next - folder->at;
	const FoldMapping *mapping = fold_mapping(folder->index, c);

	if (folder->joiner && mapping->kind != FOLD_JOINER && !fold_is_dropped(mapping))
	{
		if ((mapping->flags & FOLD_JOINS_BACK) && !folder->joins)
			folder->joiner = 0;
		else
			resolve_joiner(folder, mapping);
	}
	if (mapping->kind != FOLD_FEED)
		folder->after_return = false;
	switch (mapping->kind)
	{
		case FOLD_COPY:
		case FOLD_COMPOSED:
			append(folder, bytes, width);
			break;
		case FOLD_TEXT:
			if (mapping->length > 0)
				append(folder, fold_pool + mapping->text, mapping->length);
			break;
		case FOLD_MARK:
		case FOLD_BACK:
		case FOLD_SEGMENT:
			fold_segment(folder, c, width, mapping);
			return;
		case FOLD_JOINER:
			folder->joiner = folder->joiner ? folder->joiner : c;
			break;
		default:
			put_in_context(folder, bytes, width, mapping);
			break;
	}
	folder->at = next;
	fold_reserve(folder, 0);
}

/*
 * Fast path of put_character for the most frequent case: a character that becomes a short text in
 * any context. Returns false in all other cases.
 */
static inline bool
put_simple(Folder *folder)
{
	uint32_t next = folder->at;
	uint32_t c = utf8_next(folder->in.data, folder->in.len, &next);
	const FoldMapping *mapping = fold_mapping(folder->index, c);

	if (mapping->kind != FOLD_TEXT || (uint8_t) (mapping->length - 1) >= COPIED || folder->joiner)
		return false;
	memcpy(folder->out + folder->len, fold_pool + mapping->text, COPIED);
	folder->len += mapping->length;
	folder->at = next;
	folder->after_space = false;
	folder->after_return = false;
	if (folder->size - folder->len < folder->in.len - folder->at + FOLD_SLACK)
		fold_reserve(folder, 0);
	return true;
}

static inline void
run_strength(Folder *folder, bool small, bool spaces)
{
	while (folder->at < folder->in.len)
	{
		copy_ascii(folder, small, spaces);
		if (folder->at < folder->in.len && !put_simple(folder))
			put_character(folder);
		arena_poll_at(folder->arena, folder->at, &folder->polled);
	}
}

static void
run(Folder *folder)
{
	if (!folder->small)
		run_strength(folder, false, false);
	else if (!folder->spaces)
		run_strength(folder, true, false);
	else
		run_strength(folder, true, true);
	if (folder->spaces && folder->len > 0 && folder->out[folder->len - 1] == ' ')
		folder->len--;
}

static Folder
folder_make(const uint16_t *index, Str text)
{
	Folder folder = {.index = index, .in = text};

	folder.small = index == fold_word_index || index == fold_fold_index;
	folder.spaces = index == fold_fold_index;
	folder.joins = index == fold_clean_index;
	folder.after_space = folder.spaces; /* drops leading spaces */
	return folder;
}

static Str
fold_long(const uint16_t *index, Arena *arena, Str text)
{
	Folder folder = folder_make(index, text);

	folder.arena = arena;
	fold_reserve(&folder, 0);
	run(&folder);
	return folder.len <= FOLD_LONGEST ? str_make(folder.out, folder.len) : STR_NONE;
}

/* Returns the longest prefix of at most max bytes that ends between two characters. */
static Str
whole_characters(Str text, size_t max)
{
	size_t len = max;

	if (text.len <= max)
		return text;
	while (len > 0 && ((unsigned char) text.data[len] & 0xC0) == 0x80)
		len--;
	return str_sub(text, 0, (uint32_t) len);
}

static size_t
fold_short(const uint16_t *index, Str word, char *out, size_t size)
{
	char buffer[FOLD_WORD_MAX * MOST_GROWTH + FOLD_SLACK];
	uint32_t atoms[FOLD_WORD_MAX * MOST_ATOMS + MOST_ATOMS];
	Folder folder = folder_make(index, whole_characters(word, FOLD_WORD_MAX));
	Str result;

	folder.out = buffer;
	folder.size = sizeof(buffer);
	folder.atoms = atoms;
	folder.atoms_size = lengthof(atoms);
	run(&folder);
	result = whole_characters(str_make(buffer, folder.len), size);
	memcpy(out, result.data, result.len);
	return result.len;
}

Str
fold_clean(Arena *arena, Str text)
{
	uint32_t atoms[FOLD_STREAM_SAFE * 2];
	Folder folder = folder_make(fold_clean_index, text);

	folder.arena = arena;
	folder.atoms = atoms;
	folder.atoms_size = lengthof(atoms);
	fold_reserve(&folder, 0);
	run(&folder);
	return str_make(arena_shrink(arena, folder.out, folder.size, folder.len), folder.len);
}

Str
fold_normalize(Arena *arena, Str text)
{
	return fold_long(fold_normalize_index, arena, text);
}

Str
fold_text(Arena *arena, Str text)
{
	return fold_long(fold_fold_index, arena, text);
}

Str
fold_words(Arena *arena, Str text)
{
	return fold_long(fold_word_index, arena, text);
}

/*
 * The letters of ASCII without which those of U+00C0 to U+00FF are accents, by the lower five bits of
 * their second byte; '?' where there is no such letter (æ, ð, ø, þ), or no pair of cases (ß, ÿ, ×).
 */
static const char bare_letters[] = "aaaaaa?ceeeeiiii?nooooo??uuuuy??";

/*
 * Folds a word of letters of ASCII and accented ones of Latin-1, as most are; 0 for any other, and
 * for one without room. bare: without accents.
 */
static inline size_t
fold_letters(Str word, bool bare, char *out, size_t size)
{
	size_t len = 0;

	if (word.len > size || word.len > FOLD_WORD_MAX)
		return 0;
	for (uint32_t i = 0; i < word.len; i++)
	{
		unsigned char second;

		if (ascii_alpha(word.data[i]))
		{
			out[len++] = ascii_lower(word.data[i]);
			continue;
		}
		if (word.data[i] != '\xC3' || ++i == word.len)
			return 0;
		second = (unsigned char) word.data[i];
		if (bare_letters[second & 0x1F] == '?')
			return 0;
		if (!bare)
			out[len++] = '\xC3';
		out[len++] = bare ? bare_letters[second & 0x1F] : (char) (second | 0x20);
	}
	return len;
}

size_t
fold_word(Str word, char *out, size_t size)
{
	size_t len = fold_letters(word, false, out, size);

	return len > 0 ? len : fold_short(fold_word_index, word, out, size);
}

size_t
fold_plain(Str word, char *out, size_t size)
{
	size_t len = fold_letters(word, true, out, size);

	return len > 0 ? len : fold_short(fold_fold_index, word, out, size);
}

size_t
fold_shown(Str text, char *out, size_t size)
{
	return fold_short(fold_normalize_index, text, out, size);
}
