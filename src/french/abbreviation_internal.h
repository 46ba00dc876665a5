/*
 * abbreviation_internal.h
 *	  The hash table of abbreviation_list.h, for abbreviation.c: the hash of an abbreviation in
 *	  lowercase (ASCII only) in, its number in the list out. Its slots are as in base/fnv.h.
 */
#ifndef ARTICLE_FRENCH_ABBREVIATION_INTERNAL_H
#define ARTICLE_FRENCH_ABBREVIATION_INTERNAL_H

#include <stdint.h>

#define ABBREVIATION_SLOTS 1024
extern const uint16_t abbreviation_slots[ABBREVIATION_SLOTS];

#endif
