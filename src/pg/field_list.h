/*
 * field_list.h
 *	  The fields of parsed_article in the order of the SQL script: FIELD(name, type).
 *
 * Frozen: later versions only add to extra.  No #include guard: this file is a table.
 */
FIELD(title, TEXTOID)
FIELD(subtitle, TEXTOID)
FIELD(authors, TEXTARRAYOID)
FIELD(published_at, TIMESTAMPTZOID)
FIELD(modified_at, TIMESTAMPTZOID)
FIELD(site_name, TEXTOID)
FIELD(url, TEXTOID)
FIELD(language, TEXTOID)
FIELD(section, TEXTOID)
FIELD(tags, TEXTARRAYOID)
FIELD(description, TEXTOID)
FIELD(image_url, TEXTOID)
FIELD(body, TEXTOID)
FIELD(related, ROW_ARRAY_OF_ROWS)
FIELD(paywalled, BOOLOID)
FIELD(confidence, FLOAT4OID)
FIELD(extra, JSONBOID)
