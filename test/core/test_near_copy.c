/*
 * test_near_copy.c
 *	  How much of a text another contains, exactly and from keys.
 */
#include "tap.h"

#include <math.h>

#include "text/fold.h"
#include "text/near_copy.h"

#define FROZEN_KEY (-251618742)

/* A text of numbered words, from number first to number last. */
static Str
numbered(int first, int last)
{
	StrBuf out;

	strbuf_init(&out, &tap_arena);
	for (int i = first; i <= last; i++)
	{
		strbuf_add_char(&out, (char) ('a' + i % 26));
		strbuf_add_char(&out, (char) ('a' + i / 26 % 26));
		strbuf_add_char(&out, (char) ('a' + i / 676 % 26));
		strbuf_add_char(&out, ' ');
	}
	return strbuf_str(&out);
}

static bool
is_near(float got, double expected, double tolerance)
{
	return fabs((double) got - expected) <= tolerance;
}

static void
test_share(void)
{
	Str whole = numbered(0, 999);
	Str brief = numbered(300, 349);
	Str other = numbered(2000, 2999);

	tap_ok(is_near(near_copy_share(&tap_arena, whole, whole), 1, 0), "a text contains itself");
	tap_ok(is_near(near_copy_share(&tap_arena, whole, brief), 1, 0), "a passage is contained");
	tap_ok(is_near(near_copy_share(&tap_arena, brief, whole), 1, 0), "… in either order");
	tap_ok(is_near(near_copy_share(&tap_arena, whole, other), 0, 0), "strangers share nothing");
	tap_ok(
		is_near(near_copy_share(&tap_arena, numbered(0, 99), numbered(50, 149)), 46.0 / 96, 1e-6),
		"half of the words: 46 of 96 shingles");
	tap_ok(is_near(near_copy_share(&tap_arena, STR("un mot"), STR("un mot")), 1, 0),
		   "a text of fewer words than a shingle");
	tap_ok(is_near(near_copy_share(&tap_arena, STR(""), STR("")), 0, 0), "nothing");
	tap_ok(is_near(near_copy_share(&tap_arena, STR("l'ete, a paris ; et apres"),
								   STR("l ete a paris... et apres")),
				   1, 0),
		   "punctuation does not count");
	tap_ok(is_near(near_copy_share(&tap_arena, STR("市長昨天向居民展示"),
								   STR("但市長昨天向居民展示了")),
				   1, 0),
		   "each Chinese character is a word");
}

static void
test_keys(void)
{
	NearCopyKeys whole = near_copy_keys(&tap_arena, numbered(0, 9999));
	NearCopyKeys part = near_copy_keys(&tap_arena, numbered(3000, 3999));
	NearCopyKeys none = near_copy_keys(&tap_arena, STR(" - "));
	Str repeated = numbered(0, 0);
	NearCopyKeys same;
	bool ascending = true;

	for (uint32_t i = 1; i < whole.count; i++)
		ascending &= whole.keys[i - 1] < whole.keys[i];
	tap_ok(ascending, "keys are ascending and distinct");
	tap_ok(whole.count > 9996 / 35 && whole.count < 9996 / 24, "about one key for 29 words");
	tap_ok(is_near(near_copy_keys_share(&whole, &part), 1, 0.06), "a passage has the whole's keys");
	tap_equal_int(none.count, 0, "no word, no key");
	tap_ok(is_near(near_copy_keys_share(&whole, &none), 0, 0), "… and no share");
	for (int i = 0; i < 10; i++)
		repeated = str_concat(&tap_arena, repeated, repeated);
	same = near_copy_keys(&tap_arena, repeated);
	tap_equal_int(same.count, 1, "a word again and again has one key");
}

/* Keys are stored in users' indexes: these must never change. */
static void
test_frozen(void)
{
	NearCopyKeys keys = near_copy_keys(
		&tap_arena, fold_text(&tap_arena, STR("L’Œuvre de l'été : cinq mots et davantage")));

	tap_equal_int(keys.count, 1, "a title has one key");
	tap_equal_int(keys.keys[0], FROZEN_KEY, "… which is frozen");
}

void
test_near_copy(void)
{
	test_share();
	test_keys();
	test_frozen();
}
