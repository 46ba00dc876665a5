/*
 * name_alike.c
 *	  See name_alike.h.
 */
#include "french/name_alike.h"

#include "french/name_key.h"
#include "text/fold.h"

Str
name_last_word(Str name)
{
	uint32_t start = name.len;

	while (start > 0 && name.data[start - 1] != ' ')
		start--;
	return str_sub(name, start, name.len);
}

bool
name_same_folded(Str a, Str b)
{
	char first[FOLD_WORD_ROOM];
	char second[FOLD_WORD_ROOM];
	size_t len;

	if (a.len > FOLD_WORD_MAX || b.len > FOLD_WORD_MAX)
		return false;
	len = fold_plain(a, first, sizeof(first));
	return len == fold_plain(b, second, sizeof(second)) && memcmp(first, second, len) == 0;
}

bool
name_spelled_alike(Str a, Str b)
{
	NameKeys first;
	NameKeys second;

	if (name_same_folded(a, b))
		return true;
	name_keys(a, &first);
	name_keys(b, &second);
	for (uint32_t i = 0; i < first.count; i++)
	{
		for (uint32_t k = 0; k < second.count; k++)
		{
			if (str_equal(name_key_text(&first, i), name_key_text(&second, k)))
				return true;
		}
	}
	return false;
}

static void
make_bits(Str word, NameBits *bits)
{
	NameKeys keys;

	if (bits->first != 0)
		return;
	name_keys(word, &keys);
	for (uint32_t i = 0; i < keys.count; i++)
	{
		uint64_t hash = str_hash(name_key_text(&keys, i));

		bits->first |= UINT64_C(1) << (hash & 63);
		bits->second |= UINT64_C(1) << (hash >> 6 & 63);
	}
}

bool
name_words_alike(Str a, NameBits *a_bits, Str b, NameBits *b_bits)
{
	if (name_same_folded(a, b))
		return true;
	make_bits(a, a_bits);
	make_bits(b, b_bits);
	return (a_bits->first & b_bits->first) != 0 && (a_bits->second & b_bits->second) != 0 &&
		   name_spelled_alike(a, b);
}

uint32_t
name_family_hash(Str name)
{
	NameKeys keys;
	Str key;
	char bones[NAME_KEY_BYTES];
	uint32_t len = 0;

	name_keys(name_last_word(name), &keys);
	if (keys.count == 0)
		return 0;
	key = name_key_text(&keys, 0);
	for (uint32_t i = 0; i < key.len; i++)
	{
		if (strchr("aeiouE2", key.data[i]) == NULL)
			bones[len++] = key.data[i];
	}
	return (uint32_t) str_hash(str_make(bones, len));
}
