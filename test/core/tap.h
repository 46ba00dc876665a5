/*
 * tap.h
 *	  A small harness for the unit tests of the core: checks in, lines of the Test Anything Protocol
 *	  out.
 *
 * Each test_*.c has one function test_<name>(void), listed in test_list.h, that runs its checks.
 * Every test gets a fresh arena, tap_arena.
 */
#ifndef ARTICLE_TAP_H
#define ARTICLE_TAP_H

#include "base/arena.h"
#include "base/str.h"

extern Arena tap_arena;

/* One check; name is the property that holds if it passes. */
extern void tap_ok(bool passed, const char *name);
extern void tap_equal_text(Str got, Str expected, const char *name);
extern void tap_equal_int(int64_t got, int64_t expected, const char *name);

#define tap_equal(got, expected, name) tap_equal_text((got), STR(expected), (name))

#endif
