/*
 * char_change_list.h
 *	  What Unicode has changed about characters since the version of src/text/char_gen.c (15.0):
 *	  CHANGE(property, code point, major, minor version with the change, what).
 *
 * test_char.c prints a difference from ICU that is not listed here, and a listed one that an ICU of
 * that version does not have. Compared with ICU 76 (Unicode 16.0) and 78 (17.0). No #include guard:
 * this file is a table.
 */
CHANGE(CASE, 0x019B, 16, 0, "got the uppercase letter U+A7DC")
CHANGE(CASE, 0x0264, 16, 0, "got the uppercase letter U+A7CB")
CHANGE(CATEGORY, 0x1171E, 16, 0, "a spacing mark, no longer a nonspacing one")
CHANGE(PLAIN, 0x1171E, 16, 0, "no longer dropped, as nonspacing marks are")
CHANGE(PLAIN, 0xFB05, 15, 1, "folds to U+FB06")
CHANGE(CATEGORY, 0x0295, 17, 0, "a letter without case, no longer a lowercase one")
CHANGE(CASE, 0xA7D3, 17, 0, "got the uppercase letter U+A7D2")
CHANGE(CASE, 0xA7D5, 17, 0, "got the uppercase letter U+A7D4")
