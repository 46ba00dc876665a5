/*
 * fuzz_url.c
 *	  A resolved URL is absolute, http or https, printable ASCII, and resolves to itself.  Input: the
 *	  base, a line feed, the reference.
 */
#include "fuzz.h"

#include "html/encoding.h"
#include "html/url.h"

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
	arena_free(&arena);
	return 0;
}
