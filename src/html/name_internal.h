/*
 * name_internal.h
 *	  The names of elements and attributes as the scanner reads them: one multiplication finds the number of a name.
 *
 * A name is known by its first eight bytes, as a word in lower case, and its length; only where there are more are they compared.
 * name_gen.c has the slots, made so that no two names share one.
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

/* Elements that reach the tree have their TagId for a number, the others one of these. */
#define HEAD_NUMBER(head) (TAG_COUNT - 1 + (head))

typedef struct Name
{
	Str text;
	uint64_t word; /* its first eight bytes in lower case, zeros behind a shorter one */
} Name;

#define TAG_SLOT_BITS 10
#define ATTR_SLOT_BITS 8

extern const uint64_t tag_multiplier;
extern const uint8_t tag_slots[1 << TAG_SLOT_BITS]; /* TAG_none where it is empty */
extern const uint64_t tag_words[];					/* by number */
extern const uint64_t attr_multiplier;
extern const uint8_t attr_slots[1 << ATTR_SLOT_BITS];
extern const uint64_t attr_words[];

static inline uint32_t
name_slot(const Name *name, uint64_t multiplier, int bits)
{
	return (uint32_t) ((name->word + name->text.len) * multiplier >> (64 - bits));
}

/* The number of an element: TagId, or HEAD_NUMBER() of one that never reaches the tree. */
extern uint32_t name_tag(const Name *name);

/* ATTR_none where it is not kept. */
extern AttrId name_attr(const Name *name);

#endif
