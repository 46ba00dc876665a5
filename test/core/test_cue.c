/*
 * test_cue.c
 *	  The cue lists are sorted, and cue_trie_gen.c was made from them: every entry is found.
 */
#include "tap.h"

#include "article/cue/cue.h"
#include "base/array.h"

typedef struct Listed
{
	const char *words;
	uint32_t categories;
} Listed;

#define CUE(words, categories) {words, categories},

#define BIT(name) (UINT32_C(1) << CLASS_CUE_##name)
static const Listed class_words[] = {
#include "article/cue/class_cue_list.h"
};
#undef BIT

#define BIT(name) (UINT32_C(1) << PHRASE_CUE_##name)
static const Listed phrases[] = {
#include "article/cue/phrase_cue_list.h"
};
#undef BIT

static void
check_sorted(const Listed *list, size_t count, const char *name)
{
	size_t i = 1;

	while (i < count && strcmp(list[i - 1].words, list[i].words) < 0)
		i++;
	tap_ok(i == count, i == count ? name : list[i].words);
}

void
test_cue(void)
{
	uint32_t opening;
	size_t found = 0;

	check_sorted(class_words, lengthof(class_words), "class words are sorted");
	check_sorted(phrases, lengthof(phrases), "phrases are sorted");
	for (size_t i = 0; i < lengthof(class_words); i++)
		found += (class_cues(str_cstr(class_words[i].words)) & class_words[i].categories) ==
				 class_words[i].categories;
	tap_equal_int((int64_t) found, lengthof(class_words), "every class word is found");
	found = 0;
	for (size_t i = 0; i < lengthof(phrases); i++)
	{
		(void) phrase_cues(str_cstr(phrases[i].words), &opening);
		found += (opening & phrases[i].categories) == phrases[i].categories;
	}
	tap_equal_int((int64_t) found, lengthof(phrases), "every phrase opens a text");
	tap_ok(class_cues(STR("address radio parti")) == 0, "short words match whole words only");
	tap_ok(class_cues(STR("post-sideBar")) & (UINT32_C(1) << CLASS_CUE_SIDE),
		   "uppercase letters start words");
	(void) phrase_cues(STR("  LIRE AUSSI : le lac"), &opening);
	tap_ok(opening & (UINT32_C(1) << PHRASE_CUE_RELATED), "case and leading spaces do not matter");
	(void) phrase_cues(STR("À LIRE ÉGALEMENT"), &opening);
	tap_ok(opening & (UINT32_C(1) << PHRASE_CUE_RELATED), "nor does the case of accented letters");
}
