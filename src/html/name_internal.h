/*
 * name_internal.h
 *	  Names of elements and attributes for the scanner: one multiplication finds the number of a
 *	  name.
 *
 * A name is identified by its length and its first 8 bytes, as a lowercase word; only longer names
 * are compared. The slots in name_gen.c are computed so that no two names share one.
 */
#ifndef ARTICLE_NAME_INTERNAL_H
#define ARTICLE_NAME_INTERNAL_H

#include "base/swar.h"
#include "html/tag.h"

typedef enum HeadTag
{
	HEAD_none,
#define HEAD(name) HEAD_##name,
#include "html/head_list.h"
#undef HEAD
	HEAD_COUNT
} HeadTag;

/* The number of an element that reaches the tree is its TagId; the others have one of these. */
#define HEAD_NUMBER(head) (TAG_COUNT - 1 + (head))

typedef struct Name
{
	Str text;
	uint64_t word; /* its first 8 bytes in lowercase, padded with zeros */
} Name;

#define TAG_SLOT_BITS 10
#define ATTR_SLOT_BITS 8

extern const uint64_t tag_multiplier;
extern const uint8_t tag_slots[1 << TAG_SLOT_BITS]; /* TAG_none if empty */
extern const uint64_t tag_words[];					/* by number */
extern const uint64_t attr_multiplier;
extern const uint8_t attr_slots[1 << ATTR_SLOT_BITS];
extern const uint64_t attr_words[];

static inline uint32_t
name_slot(const Name *name, uint64_t multiplier, int bits)
{
	return (uint32_t) ((name->word + name->text.len) * multiplier >> (64 - bits));
}

/*
 * Returns the number of an element: a TagId, or HEAD_NUMBER() of one that never reaches the tree.
 */
extern uint32_t name_tag(const Name *name);

/* Returns ATTR_none for an attribute that is not kept. */
extern AttrId name_attr(const Name *name);

#endif
