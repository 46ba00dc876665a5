/*
 * entity_internal.h
 *	  The tables of entity_gen.c, for entity.c.
 */
#ifndef ARTICLE_ENTITY_INTERNAL_H
#define ARTICLE_ENTITY_INTERNAL_H

#include "html/entity.h"

typedef struct Entity
{
	uint16_t name; /* offset of its name in entity_names, without '&' and ';' */
	uint8_t name_len;
	uint8_t text_len;
	bool legacy;  /* also valid without ';' */
	char text[7]; /* one or two code points as UTF-8 */
} Entity;

extern const Entity entity_table[]; /* sorted by name */
extern const char entity_names[];
/*
 * entity_starts[c - 'A'], up to 'z' + 1: the first entity whose name starts with c or a later
 * letter.
 */
extern const uint16_t entity_starts[];

#endif
