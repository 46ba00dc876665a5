/*
 * inclusive_list.h
 *	  Feminine endings of inclusive writing: ENDING(without accents, the masculine ending that it
 *	  replaces, whether it may follow a hyphen). Sorted. A plural s may follow.
 * No #include guard: this file is a table.
 *
 * Endings that are also words or pronouns (donne-le, dit-elle) are not accepted after a hyphen.
 * Source: the feminine forms in the guide Femme, j'écris ton nom (CNRS, 1999).
 */
ENDING("aine", "ain", false)
ENDING("ale", "al", false)
ENDING("ante", "ant", true)
ENDING("che", "c", true)
ENDING("e", "", true)
ENDING("ee", "", true)
ENDING("elle", "el", false)
ENDING("enne", "en", true)
ENDING("ente", "ent", true)
ENDING("ere", "er", true)
ENDING("eresse", "eur", true)
ENDING("esse", "e", true)
ENDING("ette", "et", false)
ENDING("eure", "eur", true)
ENDING("euse", "eur", true)
ENDING("fe", "f", false)
ENDING("gue", "g", false)
ENDING("ienne", "ien", true)
ENDING("iere", "ier", true)
ENDING("ine", "in", false)
ENDING("ise", "is", false)
ENDING("ive", "if", true)
ENDING("le", "", false)
ENDING("ne", "", false)
ENDING("onne", "on", false)
ENDING("rice", "eur", true)
ENDING("se", "x", false)
ENDING("sse", "", false)
ENDING("te", "", false)
ENDING("trice", "teur", true)
ENDING("ve", "f", true)
