/*
 * fuzz_url.c
 *	  A resolved URL is absolute, http or https, printable ASCII, and resolves to itself; a key of
 *	  an address is its own key. Input: the base, a line feed, the reference.
 */
#include "fuzz.h"

#include "html/encoding.h"
#include "html/url.h"

/* A key is printable ASCII and its own key. */
static void
check_key(Arena *arena, Str url)
{
	Str key = url_key(arena, url);

	if (key.data == NULL)
		return;
	for (uint32_t i = 0; i < key.len; i++)
		fuzz_check(key.data[i] > ' ' && key.data[i] <= '~');
	fuzz_check(key.len > URL_KEY_LONGEST || str_equal(url_key(arena, key), key));
}

static void
check_url(Arena *arena, Str url)
{
	Str comparable = url_comparable(arena, url);

	fuzz_check(str_starts_ascii(url, STR("http://")) || str_starts_ascii(url, STR("https://")));
	for (uint32_t i = 0; i < url.len; i++)
		fuzz_check(url.data[i] > ' ' && url.data[i] <= '~');
	fuzz_check(url_host(url).len > 0);
	fuzz_check(url_path(url).data == NULL || url_path(url).data[0] == '/');
	fuzz_check(str_equal(url_resolve(arena, STR_NONE, url), url));
	fuzz_check(comparable.len <= url.len + 1);
	fuzz_check(str_equal(url_comparable(arena, comparable), comparable));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Str input = fuzz_input(data, size);
	Arena arena;
	Str base;
	Str url;

	arena_init(&arena, arena_malloc);
	input = str_copy(&arena, encoding_clean_utf8(&arena, input));
	base = fuzz_take_until(&input, '\n');
	url = url_resolve(&arena, base, input);
	if (url.data != NULL)
		check_url(&arena, url);
	(void) url_host(input);
	(void) url_path(input);
	(void) url_comparable(&arena, input);
	check_key(&arena, input);
	arena_free(&arena);
	return 0;
}
