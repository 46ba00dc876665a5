/*
 * fold_segment.c
 *	  A starter and its marks: decomposed atoms in, canonical order and composition out (Unicode
 *	  Standard Annex 15).  Linear in the segment, however many marks there are.
 */
#include "text/fold_internal.h"

#include "base/search.h"
#include "base/utf8.h"

/* Parts of a Hangul syllable: The Unicode Standard, section 3.12. */
#define HANGUL_BASE 0xAC00
#define HANGUL_LEADING 0x1100
#define HANGUL_VOWEL 0x1161
#define HANGUL_TRAILING 0x11A7 /* one before the first */
#define LEADING_COUNT 19
#define VOWEL_COUNT 21
#define TRAILING_COUNT 28

/* Up to this many, insertion sort is faster than counting sort. */
#define FEW_MARKS 16

#define ATOM(order, c) ((uint32_t) (order) << 24 | (c))
#define ATOM_ORDER(atom) ((atom) >> 24)
#define ATOM_CODE_POINT(atom) ((atom) &0xFFFFFF)

static void
add_atom(Folder *folder, uint32_t c)
{
	if (folder->natoms == folder->atoms_size)
	{
		size_t size = folder->atoms_size ? folder->atoms_size * 2 : 64;

		folder->atoms = arena_grow(folder->arena, folder->atoms, folder->natoms * sizeof(uint32_t),
								   size * sizeof(uint32_t));
		folder->atoms_size = size;
	}
	folder->atoms[folder->natoms++] = ATOM(fold_mapping(folder->index, c)->order, c);
}

/* Adds the decomposition of a code point. */
static void
add_atoms(Folder *folder, uint32_t c, const FoldMapping *mapping)
{
	const char *text = fold_pool + mapping->text;

	if (mapping->kind != FOLD_SEGMENT && mapping->kind != FOLD_COMPOSED)
		add_atom(folder, c);
	else
		for (uint32_t i = 0; i < mapping->length;)
			add_atom(folder, utf8_next(text, mapping->length, &i));
}

/* Moves the last character of the output back into the segment. */
static void
take_starter(Folder *folder)
{
	size_t start = folder->len;
	uint32_t i = 0;
	uint32_t c;

	if (start == 0)
		return;
	do
		start--;
	while (start > 0 && ((unsigned char) folder->out[start] & 0xC0) == 0x80);
	c = utf8_next(folder->out + start, (uint32_t) (folder->len - start), &i);
	folder->len = start;
	add_atoms(folder, c, fold_mapping(folder->index, c));
}

/* Is a joiner part of the spelling of a letter with marks? */
static bool
joiner_splits(const Folder *folder)
{
	return folder->joins && folder->natoms > 0 &&
		   (fold_mapping(folder->index, ATOM_CODE_POINT(folder->atoms[0]))->flags & FOLD_CURSIVE);
}

/*
 * Reads on as long as a mark may follow; dropped characters do not separate a mark from its letter.
 */
static void
gather(Folder *folder)
{
	while (folder->at < folder->in.len && !(folder->joins && folder->natoms > FOLD_STREAM_SAFE))
	{
		uint32_t next = folder->at;
		uint32_t c = utf8_next(folder->in.data, folder->in.len, &next);
		const FoldMapping *mapping = fold_mapping(folder->index, c);

		if (mapping->kind == FOLD_JOINER && joiner_splits(folder))
			break;
		if (mapping->kind == FOLD_JOINER)
			folder->joiner = folder->joiner ? folder->joiner : c;
		else if (mapping->flags & FOLD_JOINS_BACK)
		{
			folder->joiner = 0;
			add_atoms(folder, c, mapping);
		}
		else if (!fold_is_dropped(mapping) && mapping->kind != FOLD_TAG)
			break;
		folder->at = next;
		arena_poll_at(folder->arena, next, &folder->polled);
	}
}

static void
sort_few(uint32_t *atoms, size_t count)
{
	for (size_t i = 1; i < count; i++)
	{
		uint32_t atom = atoms[i];
		size_t to = i;

		for (; to > 0 && ATOM_ORDER(atoms[to - 1]) > ATOM_ORDER(atom); to--)
			atoms[to] = atoms[to - 1];
		atoms[to] = atom;
	}
}

static void
sort_many(Arena *arena, uint32_t *atoms, size_t count)
{
	uint32_t *sorted = arena_array(arena, uint32_t, count);
	size_t place[256] = {0};
	size_t start = 0;
	size_t polled = 0;

	for (size_t i = 0; i < count; i++)
		place[ATOM_ORDER(atoms[i])]++;
	for (size_t order = 0; order < 256; order++)
	{
		size_t here = place[order];

		place[order] = start;
		start += here;
	}
	for (size_t i = 0; i < count; i++)
	{
		sorted[place[ATOM_ORDER(atoms[i])]++] = atoms[i];
		arena_poll_at(arena, i, &polled);
	}
	memcpy(atoms, sorted, count * sizeof(uint32_t));
}

/* Canonical order: sorts every run of marks stably by combining class. */
static void
order_marks(Folder *folder)
{
	size_t start = 0;

	while (start < folder->natoms)
	{
		size_t end = start + 1;

		while (end < folder->natoms && ATOM_ORDER(folder->atoms[end]) > 0)
			end++;
		if (ATOM_ORDER(folder->atoms[start]) == 0)
			start++;
		if (end - start <= FEW_MARKS || folder->arena == NULL || folder->joins)
			sort_few(folder->atoms + start, end - start);
		else
			sort_many(folder->arena, folder->atoms + start, end - start);
		start = end;
	}
}

static bool
is_kept(uint32_t composite)
{
	for (uint32_t i = 0; i < fold_kept_count; i++)
		if (fold_kept_composites[i] == composite)
			return true;
	return false;
}

static uint32_t
compose_hangul(uint32_t first, uint32_t second)
{
	uint32_t leading = first - HANGUL_LEADING;
	uint32_t vowel = second - HANGUL_VOWEL;
	uint32_t syllable = first - HANGUL_BASE;
	uint32_t trailing = second - HANGUL_TRAILING;

	if (leading < LEADING_COUNT && vowel < VOWEL_COUNT)
		return HANGUL_BASE + (leading * VOWEL_COUNT + vowel) * TRAILING_COUNT;
	if (syllable < LEADING_COUNT * VOWEL_COUNT * TRAILING_COUNT && syllable % TRAILING_COUNT == 0 &&
		trailing > 0 && trailing < TRAILING_COUNT)
		return first + trailing;
	return 0;
}

uint32_t
fold_compose(uint32_t first, uint32_t second)
{
	uint32_t low = 0;
	uint32_t high = fold_pair_count;

	SEARCH_FIRST(low, high,
				 fold_pairs[middle].first < first ||
					 (fold_pairs[middle].first == first && fold_pairs[middle].second < second))
	return low < fold_pair_count && fold_pairs[low].first == first &&
				   fold_pairs[low].second == second
			   ? fold_pairs[low].composite
			   : compose_hangul(first, second);
}

/* Composes in place; marks that are dropped when alone do not block composition. */
static void
compose(Folder *folder)
{
	uint32_t *atoms = folder->atoms;
	size_t starter = SIZE_MAX;
	size_t count = 0;
	size_t polled = 0;

	for (size_t i = 0; i < folder->natoms; i++)
	{
		uint32_t c = ATOM_CODE_POINT(atoms[i]);
		uint32_t order = ATOM_ORDER(atoms[i]);
		bool drops = fold_mapping(folder->index, c)->flags & FOLD_DROPPED_ALONE;

		arena_poll_at(folder->arena, i, &polled);
		if (starter != SIZE_MAX && (count == starter + 1 || ATOM_ORDER(atoms[count - 1]) < order))
		{
			uint32_t composite = fold_compose(ATOM_CODE_POINT(atoms[starter]), c);

			if (composite != 0 && (!drops || is_kept(composite)))
			{
				atoms[starter] = composite;
				continue;
			}
		}
		if (drops)
			continue;
		if (order == 0)
			starter = count;
		atoms[count++] = atoms[i];
	}
	folder->natoms = count;
}

/* Bytes of the atoms in UTF-8. */
static size_t
segment_length(const Folder *folder)
{
	size_t length = 0;
	size_t polled = 0;

	for (size_t i = 0; i < folder->natoms; i++)
	{
		uint32_t c = ATOM_CODE_POINT(folder->atoms[i]);

		arena_poll_at(folder->arena, i, &polled);
		length += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
	}
	return length;
}

static void
write_segment(Folder *folder)
{
	size_t polled = 0;

	fold_reserve(folder, segment_length(folder));
	folder->segment_starter = folder->len;
	for (size_t i = 0; i < folder->natoms; i++)
	{
		arena_poll_at(folder->arena, i, &polled);
		if (ATOM_ORDER(folder->atoms[i]) == 0)
			folder->segment_starter = folder->len;
		folder->len += utf8_encode(ATOM_CODE_POINT(folder->atoms[i]), folder->out + folder->len);
	}
	folder->segment_end = folder->len;
}

void
fold_segment(Folder *folder, uint32_t c, uint32_t width, const FoldMapping *mapping)
{
	size_t len = folder->len;

	folder->natoms = 0;
	if (mapping->flags & FOLD_JOINS_BACK)
		take_starter(folder);
	add_atoms(folder, c, mapping);
	folder->at += width;
	gather(folder);
	order_marks(folder);
	compose(folder);
	write_segment(folder);
	if (folder->len != len)
		folder->after_space = false;
}
