/*
 * abbreviation.c
 *	  See abbreviation.h.
 */
#include "french/abbreviation.h"

#include "base/array.h"
#include "base/swar.h"

static const Abbreviation abbreviations[] = {
#define ABBREVIATION(written, words, place)                                                        \
	{written, ABBREVIATION_##place, {words, sizeof(words) - 1}},
#include "french/abbreviation_list.h"
#undef ABBREVIATION
};

#define ABBREVIATION_COUNT lengthof(abbreviations)

/* Packs the bytes into a number that sorts as they do. */
static inline uint64_t
pack(const char *bytes)
{
	return __builtin_bswap64(swar_load(bytes));
}

const Abbreviation *
abbreviation_find(Str written, unsigned int places)
{
	char bytes[ABBREVIATION_ROOM] = "";
	uint64_t wanted;
	size_t low = 0;
	size_t count = ABBREVIATION_COUNT;

	if (written.len == 0 || written.len > ABBREVIATION_BYTES_MAX)
		return NULL;
	memcpy(bytes, written.data, written.len);
	wanted = pack(bytes);
	/* adds, rather than jumps: a processor cannot foresee which half a word is in */
	while (count > 0)
	{
		size_t half = (count + 1) / 2;

		low += half * (pack(abbreviations[low + half - 1].written) < wanted);
		count -= half;
	}
	for (; low < ABBREVIATION_COUNT && pack(abbreviations[low].written) == wanted; low++)
		if (abbreviations[low].place & places)
			return &abbreviations[low];
	return NULL;
}

const Abbreviation *
abbreviation_find_unit(Str written)
{
	const Abbreviation *exact = abbreviation_find(written, ABBREVIATION_UNIT);

	if (exact != NULL || written.len < 2 || written.len > ABBREVIATION_BYTES_MAX)
		return exact;
	for (size_t i = 0; i < ABBREVIATION_COUNT; i++)
		if (abbreviations[i].place == ABBREVIATION_UNIT &&
			ascii_lower(abbreviations[i].written[0]) == ascii_lower(written.data[0]) &&
			str_equal_ascii(str_cstr(abbreviations[i].written), written))
			return &abbreviations[i];
	return NULL;
}
