/*
 * fuzz_fold.c
 *	  Folding is idempotent at every strength; a stronger strength subsumes a weaker one;
 *	  canonically equivalent texts fold to the same; results are valid UTF-8; and a slug is words
 *	  and single hyphens.
 */
#include "fuzz.h"

#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "html/encoding.h"
#include "text/clean.h"
#include "text/fold.h"
#include "text/fold_internal.h"
#include "text/near_copy.h"

/* U+FDFA, 3 bytes, becomes 33 when spelt out: nothing grows more. */
#define MOST_GROWTH 11

/* Canonically decomposes text, using ICU. */
static Str
decompose(Arena *arena, Str text)
{
	UErrorCode error = U_ZERO_ERROR;
	const UNormalizer2 *nfd = unorm2_getNFDInstance(&error);
	int32_t room = (int32_t) text.len * 4 + 1; /* no UTF-16 unit becomes more than four */
	UChar *wide = arena_array(arena, UChar, room);
	UChar *apart = arena_array(arena, UChar, room);
	char *out = arena_alloc(arena, (size_t) room * 3);
	int32_t len;

	u_strFromUTF8(wide, room, &len, text.data, (int32_t) text.len, &error);
	len = unorm2_normalize(nfd, wide, len, apart, room, &error);
	u_strToUTF8(out, room * 3, &len, apart, len, &error);
	fuzz_check(U_SUCCESS(error));
	return str_make(out, (size_t) len);
}

static void
check_slug(Arena *arena, Str text)
{
	Str slug = fold_slug(arena, text);

	fuzz_check_text(slug);
	fuzz_check(str_equal(fold_slug(arena, slug), slug));
	fuzz_check(str_find(slug, STR("--")) < 0);
	fuzz_check(slug.len == 0 || (slug.data[0] != '-' && slug.data[slug.len - 1] != '-'));
}

static void
check_word(Arena *arena, Str text)
{
	Str word = str_sub(text, 0, FOLD_WORD_MAX);
	char once[FOLD_WORD_ROOM];
	char plain[sizeof(once)];
	Str written;

	word = encoding_clean_utf8(arena, word); /* the cut may have split a character */
	if (word.len > FOLD_WORD_MAX)
		return;
	written = str_make(once, fold_word(word, once, sizeof(once)));
	fuzz_check_text(written);
	fuzz_check(str_equal(fold_text(arena, written), fold_text(arena, word)));
	fuzz_check(
		str_equal(str_make(plain, fold_plain(word, plain, sizeof(plain))), fold_text(arena, word)));
	fuzz_check(str_equal(str_make(plain, fold_shown(word, plain, sizeof(plain))),
						 fold_normalize(arena, word)));
}

/*
 * If there are more marks than FOLD_STREAM_SAFE on one letter, they are ordered in pieces: only
 * valid text is guaranteed.
 */
static void
check_clean(Arena *arena, Str text, Str apart)
{
	Str clean = text_clean(arena, text);

	fuzz_check_text(clean);
	fuzz_check(!text_is_clean(text) || clean.data == text.data);
	fuzz_check(str_equal(fold_text(arena, clean), fold_text(arena, text)));
	if (text.len > FOLD_STREAM_SAFE)
		return;
	fuzz_check(str_equal(text_clean(arena, clean), clean));
	fuzz_check(str_equal(text_clean(arena, apart), clean));
}

/* A text with a word has keys and contains itself. */
static void
check_near_copy(Arena *arena, Str folded)
{
	NearCopyKeys keys = near_copy_keys(arena, folded);
	float share = near_copy_share(arena, folded, folded);

	fuzz_check(share == (keys.count > 0 ? 1.0f : 0.0f));
	fuzz_check(near_copy_keys_share(&keys, &keys) == share);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Str normalized;
	Str folded;
	Str apart;
	Str input;
	Arena arena;

	arena_init(&arena, arena_malloc);
	input = encoding_clean_utf8(&arena, fuzz_input(data, size));
	normalized = fold_normalize(&arena, input);
	folded = fold_text(&arena, input);
	fuzz_check_text(normalized);
	fuzz_check_text(folded);
	fuzz_check(folded.len <= input.len * MOST_GROWTH);
	fuzz_check(str_equal(fold_normalize(&arena, normalized), normalized));
	fuzz_check(str_equal(fold_text(&arena, folded), folded));
	fuzz_check(str_equal(fold_text(&arena, normalized), folded));
	apart = decompose(&arena, input);
	fuzz_check(str_equal(fold_normalize(&arena, apart), normalized));
	fuzz_check(str_equal(fold_text(&arena, apart), folded));
	check_clean(&arena, input, apart);
	check_slug(&arena, input);
	check_word(&arena, input);
	check_near_copy(&arena, folded);
	arena_free(&arena);
	return 0;
}
