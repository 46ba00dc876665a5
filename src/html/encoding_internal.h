/*
 * encoding_internal.h
 *	  What the files behind encoding.h share: the encodings, and the steps of sniffing and decoding.
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
	FORM_UTF8,
	FORM_UTF16,
	FORM_SINGLE_BYTE, /* ASCII below 0x80, one character a byte above */
	FORM_MULTI_BYTE,  /* ASCII text stands for itself */
	FORM_ESCAPED	  /* ASCII bytes may stand for something else, after an escape */
} EncodingForm;

typedef struct EncodingInfo
{
	const char *name;	   /* as the WHATWG writes it */
	const char *converter; /* ICU's name of it */
	EncodingForm form;
} EncodingInfo;

typedef struct EncodingLabel
{
	char label[23]; /* lower case; the longest is cseucpkdfmtjapanese */
	uint8_t encoding;
} EncodingLabel;

/* Long work goes in blocks, between which the caller may call it off. */
#define ENCODING_BLOCK ((size_t) 256 * 1024)

typedef struct EncodingWork
{
	Arena *arena;
	bool (*interrupted)(void *context); /* NULL: never */
	void *context;
	bool stopped;	/* it said so: results mean nothing any more */
	bool clean;		/* encoding_is_utf8: the bytes are, by themselves: text/clean.h */
	bool no_memory; /* ICU had none: what it said means nothing; see arena_exhausted */
} EncodingWork;

/* How far bytes are UTF-8. */
typedef struct Utf8Survey
{
	size_t valid;	/* sequences of two bytes and more */
	size_t trail;	/* their bytes behind the first one */
	size_t invalid; /* stretches that become one U+FFFD each; one cut by the end counts only where
					   nothing was valid */
	size_t size;	/* bytes when repaired */
} Utf8Survey;

extern const EncodingInfo encoding_info[ENCODING_COUNT];
extern const EncodingLabel encoding_labels[]; /* sorted */
extern const uint32_t encoding_label_count;

/* encoding_label.c: the encoding of a label, white space around it and case ignored. */
extern EncodingId encoding_by_label(Str label);

/* encoding_prescan.c: what <meta> or the XML declaration in these bytes say; an UTF-16 label there
 * means UTF-8. */
extern EncodingId encoding_prescan(Str bytes);

/* encoding_detect.c: ICU's guess from the text of a page that is not UTF-8; windows-1252 where it
 * has none. */
extern EncodingId encoding_detect(EncodingWork *work, Str bytes);
/* UTF-16 without a byte order mark, told by the NULs of its ASCII; else unknown. */
extern EncodingId encoding_detect_utf16(Str bytes);

/* encoding_utf8.c: validity, and repair. */
extern bool encoding_is_utf8(EncodingWork *work, Str bytes);
/* Of all bytes, or of as many blocks as hold enough sequences, broken ones included. */
extern Utf8Survey encoding_survey_utf8(EncodingWork *work, Str bytes, size_t enough);
extern Str encoding_repair_utf8(EncodingWork *work, Str bytes);
/* Takes the NULs out of a buffer; returns what is left of its length. */
extern size_t encoding_drop_nul(char *text, size_t len);

/* encoding_convert.c: from an encoding other than UTF-8; data NULL where ICU has no converter for
 * it. */
extern Str encoding_convert(EncodingWork *work, Str bytes, EncodingId encoding);

/* encoding.c: EncodingWork.interrupted where no converter is open: the arena may end the work itself. */
extern bool encoding_poll_arena(void *arena);

/* True where the work is called off. */
static inline bool
encoding_stopped(EncodingWork *work)
{
	if (!work->stopped && work->interrupted != NULL)
		work->stopped = work->interrupted(work->context);
	return work->stopped;
}

/* The end of the block at p. */
static inline const char *
encoding_block_end(const char *p, const char *end)
{
	return (size_t) (end - p) > ENCODING_BLOCK ? p + ENCODING_BLOCK : end;
}

#endif
