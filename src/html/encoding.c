/*
 * encoding.c
 *	  See encoding.h: weighs the evidence for a page's encoding, and decodes it. A declared encoding
 *	  is used unless the bytes contradict it: a page declared as UTF-8 most of whose high bytes are
 *	  not valid, or one declared as something else that is valid UTF-8 throughout.
 */
#include "html/encoding_internal.h"

#define PRESCAN_BYTES 1024			   /* WHATWG HTML 13.2.3.2 */
#define LATE_PRESCAN_BYTES (64 * 1024) /* some pages have their <meta> after long scripts */

/*
 * How many valid sequences per broken one make bytes UTF-8. Against a declaration of another
 * encoding more is needed, and more than one two-byte sequence: a short text in a multi-byte
 * encoding may be valid UTF-8 by chance, and half of the hiragana of a Shift_JIS page are.
 */
#define VALID_FOR_CLAIM 1
#define VALID_WITHOUT_CLAIM 4
#define VALID_AGAINST_CLAIM 16
#define LEAST_TRAIL_AGAINST_CLAIM 2
#define TELLING_SEQUENCES 16384 /* a sample this large is representative */

/* Validity of the bytes as UTF-8, computed once, on demand. */
typedef struct Evidence
{
	EncodingWork *work;
	Str bytes;
	bool is_utf8;
	bool counted;
	Utf8Survey survey;
} Evidence;

static const Utf8Survey *
count_sequences(Evidence *evidence)
{
	if (!evidence->counted)
		evidence->survey = encoding_survey_utf8(evidence->work, evidence->bytes, TELLING_SEQUENCES);
	evidence->counted = true;
	return &evidence->survey;
}

static bool
mostly_utf8(Evidence *evidence, size_t valid_for_one)
{
	const Utf8Survey *survey;

	if (evidence->is_utf8 && valid_for_one != VALID_AGAINST_CLAIM)
		return true;
	survey = count_sequences(evidence);
	if (valid_for_one == VALID_AGAINST_CLAIM && survey->trail < LEAST_TRAIL_AGAINST_CLAIM)
		return false;
	return survey->valid >= survey->invalid * valid_for_one;
}

/* Can the bytes be in the declared encoding? */
static bool
believable(Evidence *evidence, EncodingId claim)
{
	if (claim == ENCODING_UNKNOWN)
		return false;
	switch (encoding_info[claim].form)
	{
		case ENCODING_FORM_UTF8:
			return mostly_utf8(evidence, VALID_FOR_CLAIM);
		case ENCODING_FORM_UTF16:
			return !evidence->is_utf8;
		default:
			return !mostly_utf8(evidence, VALID_AGAINST_CLAIM);
	}
}

static EncodingId
byte_order_mark(Str *bytes)
{
	static const struct
	{
		Str mark;
		EncodingId encoding;
	} marks[] = {{{"\xEF\xBB\xBF", 3}, ENCODING_UTF_8},
				 {{"\xFF\xFE", 2}, ENCODING_UTF_16LE},
				 {{"\xFE\xFF", 2}, ENCODING_UTF_16BE}};

	for (int i = 0; i < 3; i++)
		if (str_equal(str_sub(*bytes, 0, marks[i].mark.len), marks[i].mark))
		{
			*bytes = str_sub(*bytes, marks[i].mark.len, bytes->len);
			return marks[i].encoding;
		}
	return ENCODING_UNKNOWN;
}

/* The encoding of bytes without a UTF-16 byte order mark. */
static EncodingId
sniff(Evidence *evidence, EncodingId marked, Str content_type)
{
	Str bytes = evidence->bytes;
	EncodingId claim = encoding_detect_utf16(bytes);

	if (claim != ENCODING_UNKNOWN)
		return claim;
	evidence->is_utf8 = encoding_is_utf8(evidence->work, bytes);
	if (believable(evidence, marked))
		return marked;
	claim = encoding_by_label(encoding_from_content_type(content_type));
	if (believable(evidence, claim))
		return claim;
	claim = encoding_prescan(str_sub(bytes, 0, PRESCAN_BYTES));
	if (believable(evidence, claim))
		return claim;
	if (mostly_utf8(evidence, VALID_WITHOUT_CLAIM))
		return ENCODING_UTF_8;
	claim = encoding_prescan(str_sub(bytes, 0, LATE_PRESCAN_BYTES));
	if (believable(evidence, claim))
		return claim;
	return encoding_detect(evidence->work, bytes);
}

/* Is conversion unnecessary? A page of ASCII only is the same in all ASCII-compatible encodings. */
static bool
already_utf8(const Evidence *evidence, EncodingId encoding)
{
	EncodingForm form = encoding_info[encoding].form;

	if (!evidence->is_utf8 || memchr(evidence->bytes.data, '\0', evidence->bytes.len) != NULL)
		return false;
	if (form == ENCODING_FORM_UTF8)
		return true;
	return (form == ENCODING_FORM_SINGLE_BYTE || form == ENCODING_FORM_MULTI_BYTE) &&
		   evidence->counted && evidence->survey.valid == 0;
}

static Decoded
decode(EncodingWork *work, Str bytes, Str content_type)
{
	Evidence evidence = {.work = work, .bytes = bytes};
	EncodingId encoding = byte_order_mark(&evidence.bytes);
	Str text = STR_NONE;

	if (encoding != ENCODING_UTF_16LE && encoding != ENCODING_UTF_16BE)
		encoding = sniff(&evidence, encoding, content_type);
	if (already_utf8(&evidence, encoding))
		return (Decoded){evidence.bytes, encoding_info[encoding].name, work->clean};
	if (encoding != ENCODING_UTF_8)
		text = encoding_convert(work, evidence.bytes, encoding);
	if (text.data == NULL) /* UTF-8, or ICU lacks the converter */
	{
		encoding = ENCODING_UTF_8;
		text = encoding_repair_utf8(work, evidence.bytes);
	}
	return (Decoded){text, encoding_info[encoding].name, false};
}

Decoded
encoding_decode_until(Arena *arena, Str bytes, Str content_type, bool (*interrupted)(void *context),
					  void *context)
{
	EncodingWork work = {.arena = arena, .interrupted = interrupted, .context = context};
	Decoded decoded = {STR(""), encoding_info[ENCODING_UTF_8].name, true};

	if (bytes.len > 0)
		decoded = decode(&work, bytes, content_type);
	if (work.stopped)
		decoded.text = STR_NONE;
	return decoded;
}

Decoded
encoding_decode(Arena *arena, Str bytes, Str content_type)
{
	return encoding_decode_until(arena, bytes, content_type, NULL, NULL);
}

bool
encoding_poll_arena(void *arena)
{
	arena_poll(arena);
	return false;
}

Decoded
encoding_check_utf8(Arena *arena, Str text)
{
	EncodingWork work = {.arena = arena, .interrupted = encoding_poll_arena, .context = arena};
	Decoded decoded = {STR(""), encoding_info[ENCODING_UTF_8].name, true};

	if (text.len == 0)
		return decoded;
	if (str_equal(str_sub(text, 0, 3), STR("\xEF\xBB\xBF")))
		text = str_sub(text, 3, text.len);
	decoded.text = text;
	if (!encoding_is_utf8(&work, text) || memchr(text.data, '\0', text.len) != NULL)
		decoded.text = encoding_repair_utf8(&work, text);
	decoded.clean = work.clean && decoded.text.data == text.data;
	return decoded;
}

Str
encoding_clean_utf8(Arena *arena, Str text)
{
	return encoding_check_utf8(arena, text).text;
}

/* WHATWG HTML 2.5.5, "extracting a character encoding from a meta element", for headers too. */
Str
encoding_from_content_type(Str content_type)
{
	Str rest = content_type;
	int32_t found;
	uint32_t len = 0;

	do
	{
		found = str_find_ascii(rest, STR("charset"));
		if (found < 0)
			return STR_NONE;
		rest = str_sub(rest, (uint32_t) found + 7, rest.len);
		while (rest.len > 0 && ascii_space(rest.data[0]))
			rest = str_sub(rest, 1, rest.len);
	} while (rest.len == 0 || rest.data[0] != '=');
	rest = str_sub(rest, 1, rest.len);
	while (rest.len > 0 && ascii_space(rest.data[0]))
		rest = str_sub(rest, 1, rest.len);
	if (rest.len > 0 && (rest.data[0] == '"' || rest.data[0] == '\''))
	{
		const char *quote = memchr(rest.data + 1, rest.data[0], rest.len - 1);

		return quote ? str_make(rest.data + 1, (size_t) (quote - rest.data - 1)) : STR_NONE;
	}
	while (len < rest.len && !ascii_space(rest.data[len]) && rest.data[len] != ';')
		len++;
	return str_sub(rest, 0, len);
}
