/*
 * phonetic.c
 *	  See phonetic.h. A word is looked up among the exceptions; else its ending is respelled by what
 *	  the lexicon knows of it (parlent is a verb, so its -ent is mute), and the rules read it.
 */
#include "french/phonetic.h"

#include "base/array.h"
#include "base/search.h"
#include "french/char_class.h"
#include "french/lexicon.h"
#include "french/phonetic_rule.h"
#include "text/fold.h"

/* Bytes of a text that are read as one word; few letters become more when they are folded. */
#define PIECE_BYTES_MAX 80

#define LISTED_BYTES_MAX 16

typedef struct ListedWord
{
	char written[LISTED_BYTES_MAX];
	const char *sounds;
} ListedWord;

static const ListedWord words[] = {
#define PHONETIC_WORD(word, sounds) {word, sounds},
#include "french/phonetic_word_list.h"
#undef PHONETIC_WORD
};

static const ListedWord finals[] = {
#define PHONETIC_FINAL(word) {word, ""},
#include "french/phonetic_final_list.h"
#undef PHONETIC_FINAL
};

static const ListedWord *
find_listed(const ListedWord *list, size_t count, Str word)
{
	return search_word(list, count, sizeof(*list), sizeof(list->written), word);
}

/* The word without a plural ending. */
static Str
singular_of(Str word)
{
	return word.len > 2 && (str_has_ending(word, STR("s")) || str_has_ending(word, STR("x")))
			   ? str_sub(word, 0, word.len - 1)
			   : word;
}

/* ---------------------------------------------------------------- what the lexicon knows */

/* What a word may be a form of. */
typedef struct WordForms
{
	bool itself; /* a dictionary word as it is written */
	bool verb;	 /* a verb */
	bool entir;	 /* the present of a verb in -entir, -enir: il sent, il vient */
	bool tion;	 /* a noun in -tion */
} WordForms;

static WordForms
forms_of(Str word)
{
	WordForms forms = {false, false, false, false};
	WordTerms terms;

	lexicon_terms(word, LEXICON_AS_WRITTEN, &terms);
	for (int i = 0; terms.known && i < terms.count; i++)
	{
		Str term = str_make(terms.text + terms.start[i], terms.start[i + 1] - terms.start[i]);
		bool infinitive = str_has_ending(term, STR("er")) || str_has_ending(term, STR("ir")) ||
						  str_has_ending(term, STR("re"));

		forms.itself = forms.itself || str_equal(term, word) ||
					   (str_equal(term, singular_of(word)) && !str_has_ending(term, STR("er")));
		forms.verb = forms.verb || (infinitive && !str_equal(term, word));
		forms.entir = forms.entir ||
					  (term.len == word.len + 2 && str_has_ending(term, STR("entir"))) ||
					  (str_has_ending(word, STR("ient")) && str_has_ending(term, STR("enir")));
		forms.tion = forms.tion || str_has_ending(term, STR("tion"));
	}
	return forms;
}

/* ---------------------------------------------------------------- endings */

/* A copy of the word with another ending. */
typedef struct Respelled
{
	char data[PHONETIC_WORD_BYTES + 8];
	uint32_t len;
} Respelled;

static Str
respell(Respelled *copy, Str word, uint32_t cut, const char *ending)
{
	uint32_t added = (uint32_t) strlen(ending);

	copy->len = word.len - cut;
	memcpy(copy->data, word.data, copy->len);
	memcpy(copy->data + copy->len, ending, added);
	copy->len += added;
	return str_make(copy->data, copy->len);
}

/* parlent, voient: as parle, voie; but content, il sent, ils viennent as they are. */
static Str
respell_ent(Respelled *copy, Str word)
{
	WordForms forms = forms_of(word);

	if (str_has_ending(word, STR("aient")) && word.len > 5)
		return word;
	if (forms.entir)
		return str_has_ending(word, STR("ient")) ? respell(copy, word, 1, "") : word;
	return forms.verb && !forms.itself ? respell(copy, word, 2, "") : word;
}

/* The word with its last consonant doubled before an e: tennis as tennisse, hiver as hiverre. */
static Str
respell_sounded(Respelled *copy, Str word)
{
	char last = word.data[word.len - 1];
	char ending[] = {last, 'e', '\0'};

	return respell(copy, word, 0, word.data[word.len - 2] == last ? "e" : ending);
}

/* Respells the ending of a word so that the rules read it right. */
static Str
respell_ending(Respelled *copy, Str word)
{
	Str single = singular_of(word);

	if (find_listed(finals, lengthof(finals), word) != NULL)
		return respell_sounded(copy, word);
	if (find_listed(finals, lengthof(finals), single) != NULL)
		return respell_sounded(copy, single);
	if (str_has_ending(word, STR("ent")) && word.len > 4)
		return respell_ent(copy, word);
	if (str_has_ending(word, STR("ers")) && forms_of(word).itself &&
		!str_has_ending(word, STR("iers")))
		return respell(copy, word, 1, "re");
	if (str_has_ending(word, STR("ai")) && word.len > 3 && !forms_of(word).itself)
		return respell(copy, word, 2, "é");
	if ((str_has_ending(word, STR("tions")) || str_has_ending(word, STR("tiez"))) &&
		!forms_of(word).tion)
		return respell(copy, word, word.data[word.len - 1] == 'z' ? 3 : 4,
					   word.data[word.len - 1] == 'z' ? "yez" : "yons");
	return word;
}

/* ---------------------------------------------------------------- sounds */

/* è and é are told apart only at the end of a word. */
static uint32_t
finish(char *sounds, uint32_t len)
{
	for (uint32_t i = 0; i + 1 < len; i++)
	{
		if (sounds[i] == 'E')
			sounds[i] = 'e';
	}
	return len;
}

uint32_t
phonetic_word(Str word, char *out)
{
	const ListedWord *listed = find_listed(words, lengthof(words), word);
	Respelled copy;

	if (listed == NULL)
		listed = find_listed(words, lengthof(words), singular_of(word));
	if (listed != NULL)
	{
		uint32_t len = (uint32_t) strlen(listed->sounds);

		memcpy(out, listed->sounds, len);
		return len;
	}
	return finish(
		out, phonetic_apply(phonetic_french, respell_ending(&copy, word), out, PHONETIC_KEY_ROOM));
}

/* ---------------------------------------------------------------- texts */

/*
 * Adds the key of a word as it is written. An elided one (l', qu') keeps its last consonant, and no
 * space follows it.
 */
static void
add_word(StrBuf *out, Str written, bool joined, bool elided)
{
	char folded[FOLD_WORD_ROOM];
	char key[PHONETIC_KEY_ROOM];
	Str word = char_class_cut(str_make(folded, fold_word(written, folded, sizeof(folded))),
							  PHONETIC_WORD_BYTES);
	Respelled copy;
	uint32_t len;

	if (word.len > 0 && ascii_digit(word.data[0]))
	{
		strbuf_add(out, out->len > 0 && !joined ? STR(" #") : STR("#"));
		strbuf_add(out, word);
		return;
	}
	len = phonetic_word(elided ? respell(&copy, word, 0, "e") : word, key);
	if (len > 0 && out->len > 0 && !joined)
		strbuf_add_char(out, ' ');
	strbuf_add(out, str_make(key, len));
}

/* Does an apostrophe and a letter follow a consonant: l'été, qu'il? */
static bool
is_elided(Str text, Str word, uint32_t end)
{
	TextChar mark = text_char_at(text, end);
	char last = ascii_lower(word.data[word.len - 1]);

	return mark.class == CLASS_APOSTROPHE &&
		   (strchr("cdjlmnst", last) != NULL ||
			(last == 'u' && word.len > 1 && ascii_lower(word.data[word.len - 2]) == 'q')) &&
		   text_char_at(text, mark.end).class == CLASS_LETTER;
}

Str
phonetic_text(Arena *arena, Str text)
{
	size_t polled = 0;
	bool joined = false;
	StrBuf out;

	strbuf_init(&out, arena);
	for (uint32_t at = 0; at < text.len;)
	{
		TextChar ch = text_char_at(text, at);
		bool digits;
		Str word;

		arena_poll_at(arena, at, &polled);
		if (!char_class_in_word(ch))
		{
			at = ch.end;
			continue;
		}
		word = char_class_cut(text, at + PIECE_BYTES_MAX);
		word = str_sub(text, at, char_class_word_end(word, at, &digits) - at);
		at += word.len;
		digits = is_elided(text, word, at);
		add_word(&out, word, joined, digits);
		joined = digits;
	}
	return strbuf_str(&out);
}
