/*
 * abbreviation.c
 *	  See abbreviation.h.
 */
#include "french/abbreviation.h"

#include "base/fnv.h"
#include "french/abbreviation_internal.h"

static const Abbreviation abbreviations[] = {
#define ABBREVIATION(written, words, place)                                                        \
	{written, ABBREVIATION_##place, {words, sizeof(words) - 1}},
#include "french/abbreviation_list.h"
#undef ABBREVIATION
};

/* A place in the hash table, from which the abbreviations with a spelling are read. */
typedef struct Probe
{
	uint32_t hash;
	uint32_t slot;
} Probe;

static Probe
probe_start(Str written)
{
	uint32_t hash = FNV_START;

	for (uint32_t i = 0; i < written.len; i++)
		hash = fnv_add(hash, ascii_lower(written.data[i]));
	return (Probe){hash, fnv_slot(hash, ABBREVIATION_SLOTS)};
}

/* Returns the next abbreviation that may have the spelling, in any capitals; NULL after the last. */
static const Abbreviation *
probe_next(Probe *probe)
{
	while (abbreviation_slots[probe->slot] != 0)
	{
		uint32_t number = fnv_number(abbreviation_slots[probe->slot], probe->hash);

		probe->slot = (probe->slot + 1) % ABBREVIATION_SLOTS;
		if (number > 0)
			return &abbreviations[number - 1];
	}
	return NULL;
}

static bool
is_spelt(const Abbreviation *known, Str written)
{
	return str_equal(str_cstr(known->written), written);
}

/* Is it this unit, which people write with other capitals, unless it is a single letter? */
static bool
is_unit(const Abbreviation *known, Str written)
{
	return known->place == ABBREVIATION_UNIT && written.len > 1 &&
		   str_equal_ascii(str_cstr(known->written), written);
}

const Abbreviation *
abbreviation_find(Str written, unsigned int places)
{
	const Abbreviation *known;
	Probe probe;

	if (written.len > ABBREVIATION_BYTES_MAX)
		return NULL;
	for (probe = probe_start(written); (known = probe_next(&probe)) != NULL;)
		if ((known->place & places) && is_spelt(known, written))
			return known;
	return NULL;
}

const Abbreviation *
abbreviation_find_unit(Str written)
{
	const Abbreviation *exact = abbreviation_find(written, ABBREVIATION_UNIT);
	const Abbreviation *known;
	Probe probe;

	if (exact != NULL || written.len > ABBREVIATION_BYTES_MAX)
		return exact;
	for (probe = probe_start(written); (known = probe_next(&probe)) != NULL;)
		if (is_unit(known, written))
			return known;
	return NULL;
}

bool
abbreviation_exists(Str written)
{
	const Abbreviation *known;
	Probe probe;

	if (written.len > ABBREVIATION_BYTES_MAX)
		return false;
	for (probe = probe_start(written); (known = probe_next(&probe)) != NULL;)
		if (is_spelt(known, written) || is_unit(known, written))
			return true;
	return false;
}
