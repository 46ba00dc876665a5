/*
 * inclusive_blend_list.h
 *	  Words that blend a masculine and a feminine word: BLEND(blend, masculine, feminine) for whole
 *	  words, ENDING(blend, masculine, feminine) for endings, to which a plural s may be added.
 *	  Without accents; sorted, endings last.
 * No #include guard: this file is a table.
 *
 * Source: Alpheratz, Grammaire du français inclusif (2018), for the pronouns; the endings join
 * those of inclusive_list.h.
 */
BLEND("celleux", "ceux", "celles")
BLEND("ceulles", "ceux", "celles")
BLEND("elleux", "eux", "elles")
BLEND("iel", "il", "elle")
BLEND("ielle", "il", "elle")
BLEND("ielles", "ils", "elles")
BLEND("iels", "ils", "elles")
BLEND("toustes", "tous", "toutes")
BLEND("touxtes", "tous", "toutes")
ENDING("eureuse", "eur", "euse")
ENDING("teurice", "teur", "trice")
