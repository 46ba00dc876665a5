/*
 * test_word_memo.c
 *	  A text has the same tokens and terms without a memo, with a new one, and with one that has
 *	  seen other texts.
 */
#include "tap.h"
#include "base/array.h"
#include "french/term.h"
#include "french/token.h"

/* Words that their neighbours, a number, a path or the accents of the text decide. */
static const char *const texts[] = {
	"Le week end, le week-end, la fin de la week end prolongée. Week, end.",
	"Mme Porte porte la porte, M. le maire la porte ; 5 M, M Dupont et 5 km.",
	"Deux hommes, deux cents hommes, deux cents et deux ; un million, un homme, une",
	"Neuf pour cent, un vélo neuf, pour moi, 63 pour cent.",
	"Louis XIV, XXe siècle, le xixe, vi, VIE, n° 3, n 3",
	"L'été fut beau. Il a été élu. L'est, il est : l'avion que nous avions.",
	"Vincent van Gogh, von der Leyen, van den Berg, un van blanc. Le Nain, le nain, L'Oréal.",
	"/la_reforme_de/l_ete.html et la réforme de l'été",
	"A l'ETAT, ETAT, Etat, état, A, à, a. Plan A, vitamine C. Il y a.",
	"l'ete des eleves communique la reforme de l'etat",
	"quel est le prix du permis de conduire ?",
	"Poutine, Putin, Zelenskyy, Dupond et Dupont ; iel, celleux et les lecteurices",
	"anticonstitutionnellement, hippopotomonstrosesquippedaliophobie et la mémoire vive",
	"janv. 2024, 2 janv, av. Foch, av, art. 3, Art",
	"e\xCC\x81te\xCC\x81, so\xC2\xADlu\xC2\xADtion, \xC5\x93uvre, \xEF\xAC\x81lle, solu-\ntion",
};

static void
write_term(StrBuf *out, Str term, unsigned int bits)
{
	strbuf_add(out, term);
	strbuf_add_char(out, (char) ('0' + bits % 64));
	strbuf_add_char(out, ' ');
}

static void
write_terms(StrBuf *out, TermKind kind, const Token *token, const TermPlace *place)
{
	WordTerms word;
	Terms terms;

	if (term_make_simple(kind, token->text, place, &word))
	{
		for (uint32_t i = 0; i < word.count; i++)
			write_term(out, word_term(&word, i), word.bits[i]);
		strbuf_add_char(out, word.stop ? '.' : ';');
		return;
	}
	term_make(kind, token->text, place, &terms);
	for (uint32_t i = 0; i < terms.count; i++)
		write_term(out, term_text(&terms, i), terms.items[i].bits);
}

/* All tokens with their types, and the terms of each as those of both kinds of words. */
static Str
analyse(Str text, WordMemo *memo)
{
	TokenScanner scanner;
	Token token;
	StrBuf out;

	strbuf_init(&out, &tap_arena);
	token_start(&scanner, text, memo);
	while (token_next(&scanner, &token))
	{
		TermPlace place = {
			.text = text, .start = (uint32_t) (token.text.data - text.data), .word = token.word};

		strbuf_add(&out, token.text);
		strbuf_add_char(&out, (char) ('0' + token.type));
		write_terms(&out, TERM_WORD, &token, &place);
		write_terms(&out, TERM_PLAIN, &token, &place);
	}
	return strbuf_str(&out);
}

static void
check_order(void)
{
	static WordMemo memo;

	for (int round = 0; round < 3; round++)
		for (size_t i = 0; i < lengthof(texts); i++)
		{
			Str text = str_cstr(texts[round == 1 ? lengthof(texts) - 1 - i : i]);

			tap_equal_text(analyse(text, &memo), analyse(text, NULL), text.data);
		}
}

/* Far more words than the memo holds: each replaces others. */
static void
check_many(void)
{
	static WordMemo memo;
	StrBuf text;

	strbuf_init(&text, &tap_arena);
	for (unsigned int i = 0; i < 20000; i++)
	{
		for (unsigned int left = i % 7000; left > 0; left /= 26)
			strbuf_add_char(&text, (char) ('a' + left % 26));
		strbuf_add(&text, str_cstr(i % 3 == 0 ? "s deux " : i % 3 == 1 ? "er, " : " "));
	}
	tap_ok(str_equal(analyse(strbuf_str(&text), &memo), analyse(strbuf_str(&text), NULL)),
		   "many words have the same terms");
}

void
test_word_memo(void)
{
	check_order();
	check_many();
}
