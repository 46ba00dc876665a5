/*
 * document.c
 *	  See document.h.
 */
#include "html/document.h"

#include "html/encoding_internal.h"
#include "html/feed_entry.h"
#include "html/http_frame.h"
#include "html/inflate.h"
#include "html/mail.h"
#include "html/media_type.h"
#include "html/sniff.h"

/*
 * Most layers: a page compressed by the publisher and again by a cache, with header and chunks of a
 * response.
 */
#define MOST_LAYERS 6

/* The document while it is opened. */
typedef struct Opening
{
	Arena *arena;
	const DocumentOptions *options;
	Str bytes;
	Str content_type;
	bool is_text;
	bool too_large;
} Opening;

/* Undoes gzip or zlib. Returns false if there is none, or if nothing can be read from it. */
static bool
inflate_layer(Opening *opening)
{
	bool is_gzip = inflate_is_gzip(opening->bytes);
	InflateStatus status;
	Str inflated;

	if (!is_gzip && !inflate_is_zlib(opening->bytes))
		return false;
	status = inflate_bytes(opening->arena, opening->bytes, opening->options->size_limit, &inflated);
	opening->too_large = status == INFLATE_TOO_LARGE;
	/* A page may precede the damage; random bytes inflate to anything. */
	if (opening->too_large || (status == INFLATE_DAMAGED && !sniff_markup(inflated)) ||
		(status == INFLATE_TRUNCATED && inflated.len == 0))
		return false;
	opening->bytes = inflated;
	return true;
}

/* Extracts the page from a mail; its bytes are in the encoding that the mail declares. */
static bool
mail_layer(Opening *opening)
{
	if (!mail_open(opening->arena, opening->bytes, &opening->bytes, &opening->content_type))
		return false;
	opening->is_text = false;
	return true;
}

static void
unwrap(Opening *opening)
{
	for (int layer = 0; layer < MOST_LAYERS && !opening->too_large; layer++)
		if (!inflate_layer(opening) && !mail_layer(opening) &&
			!http_drop_header(opening->bytes, &opening->bytes, &opening->content_type) &&
			!http_join_chunks(opening->arena, opening->bytes, &opening->bytes))
			break;
}

static bool
is_utf16(Str bytes)
{
	return bytes.len >= 2 &&
		   (memcmp(bytes.data, "\xFF\xFE", 2) == 0 || memcmp(bytes.data, "\xFE\xFF", 2) == 0 ||
			encoding_detect_utf16(bytes) != ENCODING_UNKNOWN);
}

static Str
sniff_bytes(Str bytes)
{
	Str found;

	if (sniff_markup(bytes))
		return STR_NONE;
	found = sniff_magic(bytes);
	if (found.data == NULL && !is_utf16(bytes) && sniff_binary(bytes))
		return STR("binary");
	return found;
}

static DocumentStatus
decode(Document *document, const Opening *opening)
{
	const DocumentOptions *options = opening->options;
	Decoded decoded;

	if (opening->is_text)
		decoded = encoding_check_utf8(opening->arena, opening->bytes);
	else
		decoded = encoding_decode_until(opening->arena, opening->bytes, opening->content_type,
										options->interrupted, options->interrupt_context);
	document->text = decoded.text;
	document->clean = decoded.clean;
	document->encoding = opening->is_text ? NULL : decoded.encoding;
	return decoded.text.data != NULL ? DOCUMENT_OPEN : DOCUMENT_INTERRUPTED;
}

DocumentStatus
document_open(Document *document, Arena *arena, Str bytes, const DocumentOptions *options)
{
	Opening opening = {.arena = arena,
					   .options = options,
					   .bytes = bytes,
					   .content_type = options->content_type,
					   .is_text = options->is_text};
	Str entry = STR_NONE;

	*document = (Document){.text = STR(""), .not_a_page = STR_NONE};
	unwrap(&opening);
	if (opening.too_large)
		return DOCUMENT_TOO_LARGE;
	document->not_a_page = sniff_bytes(opening.bytes);
	if (document->not_a_page.data == NULL)
	{
		DocumentStatus status = decode(document, &opening);

		if (status != DOCUMENT_OPEN || options->any_text)
			return status;
		document->not_a_page = sniff_text(arena, document->text, &entry);
	}
	if (document->not_a_page.data == NULL && !sniff_markup(document->text))
		document->not_a_page = media_type_foreign(arena, opening.content_type);
	if (document->not_a_page.data != NULL)
		*document = (Document){.text = STR(""), .not_a_page = document->not_a_page};
	else if (entry.data != NULL)
	{
		document->text = feed_entry_page(arena, entry);
		document->clean = false;
	}
	return DOCUMENT_OPEN;
}
