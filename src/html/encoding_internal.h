/*
 * encoding_internal.h
 *	  Shared by the files that implement encoding.h: the encodings, and the steps of sniffing and
 *	  decoding.
 */
#ifndef ARTICLE_ENCODING_INTERNAL_H
#define ARTICLE_ENCODING_INTERNAL_H

#include "html/encoding.h"

typedef enum EncodingId
{
#define ENCODING(id, name, converter, form) ENCODING_##id,
#include "html/encoding_list.h"
#undef ENCODING
	ENCODING_COUNT,
	ENCODING_UNKNOWN = ENCODING_COUNT
} EncodingId;

typedef enum EncodingForm
{
	ENCODING_FORM_UTF8,
	ENCODING_FORM_UTF16,
	ENCODING_FORM_SINGLE_BYTE, /* ASCII below 0x80, one character per byte above */
	ENCODING_FORM_MULTI_BYTE,  /* ASCII text represents itself */
	ENCODING_FORM_ESCAPED	   /* after an escape, ASCII bytes may represent other characters */
} EncodingForm;

typedef struct EncodingInfo
{
	const char *name;	   /* WHATWG name */
	const char *converter; /* ICU name */
	EncodingForm form;
} EncodingInfo;

typedef struct EncodingLabel
{
	char label[23]; /* lowercase; the longest is cseucpkdfmtjapanese */
	uint8_t encoding;
} EncodingLabel;

/* Long work is done in blocks; the caller may interrupt it between two of them. */
#define ENCODING_BLOCK ((size_t) 256 * 1024)

typedef struct EncodingWork
{
	Arena *arena;
	bool (*interrupted)(void *context); /* NULL: never */
	void *context;
	bool stopped;	/* interrupted() returned true: all results are invalid */
	bool clean;		/* set by encoding_is_utf8: the bytes are clean (text/clean.h) */
	bool no_memory; /* ICU ran out of memory: its results are invalid; see arena_exhausted */
} EncodingWork;

/* Counts of valid and invalid UTF-8. */
typedef struct Utf8Survey
{
	size_t valid;	/* valid sequences of two or more bytes */
	size_t trail;	/* their continuation bytes */
	size_t invalid; /* broken sequences, see survey_block */
	size_t size;	/* length in bytes after repair */
} Utf8Survey;

extern const EncodingInfo encoding_info[ENCODING_COUNT];
extern const EncodingLabel encoding_labels[]; /* sorted */
extern const uint32_t encoding_label_count;

/* encoding_label.c: the encoding of a label, ignoring case and surrounding white space. */
extern EncodingId encoding_by_label(Str label);

/*
 * encoding_prescan.c: what <meta> or the XML declaration in these bytes declare; a UTF-16 label
 * there means UTF-8.
 */
extern EncodingId encoding_prescan(Str bytes);

/*
 * encoding_detect.c: ICU's guess from the text of a page that is not UTF-8; windows-1252 if it has
 * none.
 */
extern EncodingId encoding_detect(EncodingWork *work, Str bytes);
/*
 * UTF-16 without a byte order mark, recognised by the NULs of its ASCII characters; else unknown.
 */
extern EncodingId encoding_detect_utf16(Str bytes);

/* encoding_utf8.c: validity, and repair. */
extern bool encoding_is_utf8(EncodingWork *work, Str bytes);
/* Surveys all bytes, or as many blocks as contain "enough" sequences, broken ones included. */
extern Utf8Survey encoding_survey_utf8(EncodingWork *work, Str bytes, size_t enough);
extern Str encoding_repair_utf8(EncodingWork *work, Str bytes);
/* Removes the NULs from a buffer. Returns the new length. */
extern size_t encoding_drop_nul(char *text, size_t len);

/*
 * encoding_convert.c: from an encoding other than UTF-8; data NULL if ICU has no converter for it.
 */
extern Str encoding_convert(EncodingWork *work, Str bytes, EncodingId encoding);

/*
 * encoding.c: an EncodingWork.interrupted that polls the arena, which may raise. Only for use while
 * no converter is open.
 */
extern bool encoding_poll_arena(void *arena);

/* Has the work been interrupted? */
static inline bool
encoding_stopped(EncodingWork *work)
{
	if (!work->stopped && work->interrupted != NULL)
		work->stopped = work->interrupted(work->context);
	return work->stopped;
}

/* Returns the end of the block that starts at p. */
static inline const char *
encoding_block_end(const char *p, const char *end)
{
	return (size_t) (end - p) > ENCODING_BLOCK ? p + ENCODING_BLOCK : end;
}

#endif
