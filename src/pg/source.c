/*
 * source.c
 *	  See source.h.
 */
#include "postgres.h"

#include "miscadmin.h"

#include "pg/memory.h"
#include "pg/servertext.h"
#include "pg/source.h"

Document
source_open(const PageRequest *request, Str html, Arena *arena)
{
	DocumentOptions options = {.is_text = !request->is_bytea,
							   .content_type = request->content_type,
							   .size_limit = request_size_limit(),
							   .interrupted = memory_interrupted};
	Str bytes = options.is_text ? servertext_to_core(html) : html;
	Document document;
	DocumentStatus status;

	while ((status = document_open(&document, arena, bytes, &options)) != DOCUMENT_OPEN)
	{
		if (status == DOCUMENT_TOO_LARGE)
			request_raise_too_large();
		CHECK_FOR_INTERRUPTS();
	}
	return document;
}
