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

/* Longest unit in bytes. */
#define UNIT_BYTES_MAX 4
/* The bit in which a small letter of ASCII differs from its capital, in each of eight bytes. */
#define CASE_BITS UINT64_C(0x2020202020202020)

static const char units[][ABBREVIATION_ROOM] = {
#define UNIT_ALWAYS(written)
#define UNIT_BEFORE_NAME(written)
#define UNIT_AFTER_NUMBER(written)
#define UNIT_UNIT(written) written,
#define UNIT_SIGN(written)
#define UNIT_MONTH(written)
#define UNIT_NUMBERED(written)
#define UNIT_STREET(written)
#define UNIT_TITLE(written)
#define ABBREVIATION(written, words, place) UNIT_##place(written)
#include "french/abbreviation_list.h"
#undef ABBREVIATION
};

const Abbreviation *
abbreviation_find_unit(Str written)
{
	char bytes[ABBREVIATION_ROOM] = "";
	const Abbreviation *exact;
	uint64_t wanted;
	size_t i = 0;

	if (written.len == 1)
		return abbreviation_find(written, ABBREVIATION_UNIT);
	if (written.len == 0 || written.len > UNIT_BYTES_MAX)
		return NULL;
	memcpy(bytes, written.data, written.len);
	wanted = swar_load(bytes) | CASE_BITS;
	while (i < lengthof(units) && ((swar_load(units[i]) | CASE_BITS) != wanted ||
								   !str_equal_ascii(str_cstr(units[i]), written)))
		i++;
	if (i == lengthof(units))
		return NULL;
	exact = abbreviation_find(written, ABBREVIATION_UNIT);
	return exact != NULL ? exact : abbreviation_find(str_cstr(units[i]), ABBREVIATION_UNIT);
}
