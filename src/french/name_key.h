/*
 * name_key.h
 *	  Keys of a name, so that spellings of one name share a key: Zakharova, Zahkharova, Zakharowa.
 *
 * A name of several words has keys for all of it and for its last word, the family name. Two names
 * may be spellings of one if they have a key in common. Rules are frozen, because keys are stored
 * in indexes.
 */
#ifndef ARTICLE_FRENCH_NAME_KEY_H
#define ARTICLE_FRENCH_NAME_KEY_H

#include "base/str.h"

#define NAME_KEYS_MAX 24
#define NAME_KEY_BYTES 160 /* longest key: what a longer name has beyond it does not count */

typedef struct NameKeys
{
	uint32_t count;
	uint8_t len[NAME_KEYS_MAX];
	char text[NAME_KEYS_MAX][NAME_KEY_BYTES];
} NameKeys;

/*
 * Finds the keys of a name, each once. A text without letters has none. Only the first 120 bytes
 * count.
 */
extern void name_keys(Str name, NameKeys *keys);

static inline Str
name_key_text(const NameKeys *keys, uint32_t i)
{
	return str_make(keys->text[i], keys->len[i]);
}

#endif
