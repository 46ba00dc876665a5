/*
 * fold_internal.h
 *	  What the files of folding share: the tables that tools/generate_fold.py makes, and the state of
 *	  one text on its way through them.
 *
 * Each strength, and cleaning, maps every code point to a text of atoms, code points that it leaves alone, fully
 * decomposed.  Most atoms are starters that never compose with what stands before them, and go
 * straight to the output.  The others gather in a segment with the starter before them, which is
 * put into canonical order and composed (Unicode Standard Annex 15).
 */
#ifndef ARTICLE_TEXT_FOLD_INTERNAL_H
#define ARTICLE_TEXT_FOLD_INTERNAL_H

#include "base/str.h"

typedef enum FoldKind
{
	FOLD_COPY,	   /* an atom that stays as it is */
	FOLD_COMPOSED, /* stays as it is; text: its atoms */
	FOLD_TEXT,	   /* becomes text, atoms of the simple kind; none: it is dropped */
	FOLD_MARK,	   /* an atom with a canonical order above 0 */
	FOLD_BACK,	   /* a starter that may compose with the one before it */
	FOLD_SEGMENT,  /* becomes text, which has to be composed */
	FOLD_SPACE,	   /* a space unless one stands before it */
	FOLD_OPENING,  /* a quotation mark; drops the space behind it */
	FOLD_CLOSING,  /* a quotation mark; drops the space before it */
	FOLD_DEGREE,   /* text, a degree sign first: behind n it is the o of "no" */
	FOLD_FRACTION, /* text, parted from a digit before it */
	FOLD_JOINER,   /* stays between letters or emoji that it joins or parts */
	FOLD_TAG,	   /* stays behind a flag */
	FOLD_RETURN,   /* a line feed */
	FOLD_FEED	   /* a line feed, unless a return stands before it */
} FoldKind;

#define FOLD_JOINS_BACK 1	 /* its first atom is no simple starter */
#define FOLD_DROPPED_ALONE 2 /* a mark that goes where it does not compose */
#define FOLD_CURSIVE 4		 /* a letter or mark of a script that uses joiners */
#define FOLD_EMOJI 8		 /* may stand beside a joiner */
#define FOLD_FLAG 16		 /* a tag may stand behind it */
#define FOLD_COMPOSES 32	 /* may compose with the character before it */
#define FOLD_UNSPACED 64	 /* a letter or mark of a script without spaces */

typedef struct FoldMapping
{
	uint16_t text; /* offset in fold_pool */
	uint8_t length;
	uint8_t kind;
	uint8_t order; /* canonical combining class of a mark */
	uint8_t flags;
} FoldMapping;

typedef struct FoldPair
{
	uint32_t first;
	uint32_t second;
	uint32_t composite;
} FoldPair;

typedef struct FoldRange
{
	uint32_t first;
	uint32_t last;
} FoldRange;

typedef struct FoldVersion
{
	int version;
	char unicode[12];
} FoldVersion;

/* fold_gen.c */
extern const FoldVersion fold_version;
extern const uint16_t fold_normalize_index[];
extern const uint16_t fold_word_index[];
extern const uint16_t fold_fold_index[];
extern const uint16_t fold_clean_index[];
extern const uint16_t fold_blocks[];
extern const FoldMapping fold_mappings[];
extern const FoldPair fold_pairs[]; /* sorted by first and second */
extern const uint32_t fold_pair_count;
extern const uint32_t fold_kept_composites[]; /* sorted: accented characters that fold_text keeps */
extern const uint32_t fold_kept_count;
extern const FoldRange fold_word_ranges[]; /* sorted: letters, marks and digits beyond ASCII */
extern const uint32_t fold_word_range_count;
extern const char fold_pool[];

typedef struct Folder
{
	const uint16_t *index; /* of the strength */
	bool small;			   /* capitals become small letters */
	bool spaces;		   /* white space is unified */
	bool joins;			   /* a joiner may stand before a mark */
	Arena *arena;		   /* NULL: the buffers are large enough as they are */
	Str in;
	uint32_t at;
	size_t polled; /* where the arena was polled last; a text without one is shorter than that */
	char *out;
	size_t len;
	size_t size;
	uint32_t *atoms; /* the segment: canonical order << 24 | code point */
	size_t natoms;
	size_t atoms_size;
	size_t segment_end;		/* where the last segment ended in the output, */
	size_t segment_starter; /* and its last starter began */
	uint32_t joiner;		/* one that waits for what follows it */
	bool after_space;		/* a space here is one too many */
	bool after_return;
} Folder;

/*
 * Where the text of a page is cleaned, no more marks are put in order together: the Stream-Safe Text Format of Unicode Standard
 * Annex 15.  So a page of nothing but marks takes no memory beyond its text.
 */
#define FOLD_STREAM_SAFE 30

/* Bytes of output that stand ready beyond the rest of the input: one step writes no more. */
#define FOLD_SLACK 64

/* What becomes of a code point. */
static inline const FoldMapping *
fold_mapping(const uint16_t *index, uint32_t c)
{
	uint32_t row;

	if (c < 0x30000)
		row = c >> 6;
	else if (c >> 12 == 0xE0)
		row = (0x30000 >> 6) + (c >> 6 & 0x3F);
	else
		return &fold_mappings[0];
	return &fold_mappings[fold_blocks[index[row] << 6 | (c & 0x3F)]];
}

static inline bool
fold_is_dropped(const FoldMapping *mapping)
{
	return mapping->kind == FOLD_TEXT && mapping->length == 0;
}

/* Makes room for more bytes, beyond those for the rest of the input.  fold.c */
extern void fold_reserve(Folder *folder, size_t more);

/* The primary composite of two code points, or 0.  fold_segment.c */
extern uint32_t fold_compose(uint32_t first, uint32_t second);

/*
 * Reads the code point at folder->at, width bytes long, and all that may compose with it; writes
 * them in canonical order, composed with the starter that the output ends with.  fold_segment.c
 */
extern void fold_segment(Folder *folder, uint32_t c, uint32_t width, const FoldMapping *mapping);

#endif
