/*
 * phonetic.h
 *	  How French words sound: words in, one key per word out; words that sound alike have the same
 *	  key.
 *
 * A key has one character for each sound, so that it fits into any encoding:
 *
 *   a (à, pâte)  e (é; è within a word)  E (è at its end)  i  o (eau, or)  u (ou)  y (u)
 *   2 (eu, oeuf) A (an, en)  I (in, un)  O (on)   j (ail, pied)  w (oui, oi = wa)  H (lui)
 *   p b t d k g f v s z m n l R   S (ch)  Z (j)  J (gn)  N (-ing)
 *
 * The mute e has none. Letters of other alphabets and digits stay. Rules and exceptions are frozen,
 * because keys are stored in indexes.
 */
#ifndef ARTICLE_FRENCH_PHONETIC_H
#define ARTICLE_FRENCH_PHONETIC_H

#include "base/str.h"

/* The longest word that has one key; of a longer one, pieces have keys. */
#define PHONETIC_WORD_BYTES 120

/* Room for the key of a word. */
#define PHONETIC_KEY_ROOM 512

/*
 * Writes the key of one word to out, which has PHONETIC_KEY_ROOM bytes; returns its length. The
 * word must be as fold_word writes it, without elision, at most PHONETIC_WORD_BYTES long. Linear.
 */
extern uint32_t phonetic_word(Str word, char *out);

/* The keys of the words of a text, separated by spaces; an elided word (l') belongs to the next. */
extern Str phonetic_text(Arena *arena, Str text);

#endif
