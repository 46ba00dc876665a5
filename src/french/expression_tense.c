/*
 * expression_tense.c
 *	  What the verb says about a date: the tokens around it in, past or future out. "a annoncé
 *	  mardi" is the Tuesday before, "se rendra mardi" the one to come.
 *
 * The nearest evidence in the sentence counts. For the future: its forms, a planned event (prévu),
 * a modal verb with an infinitive. For the past: a participle, an imperfect, a simple past.
 */
#include "french/expression_internal.h"

#include "base/array.h"
#include "french/lexicon.h"
#include "text/fold.h"

/* Tokens on each side of the date that are searched for its verb. */
#define REACH 18
/* A comma between date and verb counts as this many tokens. */
#define COMMA 4

typedef struct Evidence
{
	ExpressionTense tense;
	uint32_t distance;
} Evidence;

static bool
is_one_of(const char *word, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(word, words[i]) == 0)
			return true;
	return false;
}

#define IS_ONE_OF(word, words) is_one_of((word), (words), lengthof(words))

static bool
ends_in(const char *word, size_t len, const char *ending)
{
	return str_has_ending(str_make(word, len), str_cstr(ending));
}

/* Is the word at token i an infinitive, as the lexicon knows them? */
static bool
is_infinitive(DateScanner *tokens, uint32_t i)
{
	char word[DATE_WORD_MAX];
	uint32_t len = token_fold(tokens, token_at(tokens, i), word);

	return token_at(tokens, i)->kind == DATE_TOKEN_WORD &&
		   (ends_in(word, len, "er") || ends_in(word, len, "ir") || ends_in(word, len, "re"));
}

/* Writes the word at token i in lowercase with its accents, and a NUL. */
static size_t
lower_word(DateScanner *tokens, uint32_t i, char *out)
{
	const DateToken *token = token_at(tokens, i);
	size_t len;

	out[0] = '\0';
	if (token->kind != DATE_TOKEN_WORD || token->end - token->start >= DATE_WORD_MAX)
		return 0;
	len = fold_word(str_sub(tokens->text, token->start, token->end - token->start), out,
					FOLD_WORD_ROOM);
	out[len] = '\0';
	return len;
}

/* ---------------------------------------------------------------- forms of verbs */

/* Does the form end in r and one of these endings, and is it a form of a verb: lancera? */
static bool
is_future_form(const char *word, size_t len)
{
	static const char *const endings[] = {"ra", "ront", "rai", "rons", "rez"};
	/* stop words, which have no terms */
	static const char *const auxiliaries[] = {"sera", "seront", "serai", "serons",
											  "aura", "auront", "aurai", "aurons"};
	WordTerms terms;
	bool future = false;

	if (IS_ONE_OF(word, auxiliaries))
		return true;
	for (size_t i = 0; i < lengthof(endings); i++)
		future |= ends_in(word, len, endings[i]);
	if (!future || len < 3)
		return false;
	lexicon_terms(str_make(word, len), LEXICON_AS_WRITTEN, &terms);
	for (uint32_t i = 0; i < terms.count; i++)
	{
		const char *lemma = terms.text + terms.start[i];
		size_t size = (size_t) (terms.start[i + 1] - terms.start[i]);

		if (size < 3 || (!ends_in(lemma, size, "r") && !ends_in(lemma, size, "re")))
			continue;
		/* opéra is the simple past of opérer */
		if (ends_in(lemma, size, "rer") && (len < size || memcmp(word, lemma, size) != 0))
			continue;
		return terms.known;
	}
	return false;
}

static bool
is_past_form(const char *word, size_t len)
{
	static const char *const nouns[] = {"fait",	   "lait",	  "trait",	 "portrait",
										"retrait", "souhait", "extrait", "parfait",
										"attrait", "sait",	  "plait",	 "plaît"};
	static const char *const simple[] = {"fut", "eut", "fit", "prit", "mit", "vint", "devint"};

	if (ends_in(word, len, "ait") || ends_in(word, len, "aient"))
		return !IS_ONE_OF(word, nouns);
	return ends_in(word, len, "èrent") || ends_in(word, len, "irent") ||
		   ends_in(word, len, "urent") || IS_ONE_OF(word, simple);
}

static bool
ends_in_accent(const char *word, size_t len)
{
	return ends_in(word, len, "é") || ends_in(word, len, "ée") || ends_in(word, len, "és") ||
		   ends_in(word, len, "ées");
}

/* A participle by its accent, of a verb: annoncé, prélevées, but not santé. */
static bool
is_participle(const char *word, size_t len)
{
	WordTerms terms;

	if (!ends_in_accent(word, len))
		return false;
	lexicon_terms(str_make(word, len), LEXICON_AS_WRITTEN, &terms);
	for (uint32_t i = 0; i < terms.count; i++)
		if (ends_in(terms.text + terms.start[i], (size_t) (terms.start[i + 1] - terms.start[i]),
					"er"))
			return true;
	return !terms.known;
}

/* An event to come: prévue mardi; but not "avait prévu", "était fixé". */
static bool
is_planned(DateScanner *tokens, uint32_t i, uint32_t first, const char *word)
{
	static const char *const past[] = {"a", "ont", "avait", "avaient", "était", "étaient", "ai"};
	char before[FOLD_WORD_ROOM];
	static const char *const stems[] = {"prévu",	"attendu", "programmé", "fixé",	  "convoqué",
										"planifié", "reporté", "repoussé",	"prévoi", "envisagé"};

	for (size_t k = 0; k < lengthof(stems); k++)
		if (strncmp(word, stems[k], strlen(stems[k])) == 0)
		{
			if (i == first || lower_word(tokens, i - 1, before) == 0)
				return true;
			return !IS_ONE_OF(before, past);
		}
	return false;
}

/* "Rendez-vous samedi à 15 heures" at the start of a sentence. */
static bool
is_invitation(DateScanner *tokens, uint32_t i, uint32_t first)
{
	return i <= first + 1 && token_at(tokens, i)->capital && expression_text(tokens, i, "rendez") &&
		   token_mark(tokens, i + 1, '-') && expression_text(tokens, i + 2, "vous");
}

static bool
is_auxiliary(const char *word)
{
	static const char *const forms[] = {"a",	   "ont",	"est",	  "sont",	 "ai",		"avons",
										"suis",	   "avez",	"sommes", "avait",	 "avaient", "était",
										"étaient", "ayant", "aurait", "auraient"};

	return IS_ONE_OF(word, forms);
}

/* Does an auxiliary of the future precede a participle: "sera jugée", "seront bientôt votés"? */
static bool
has_future(DateScanner *tokens, uint32_t i, uint32_t first)
{
	char word[FOLD_WORD_ROOM];

	for (uint32_t back = 1; back <= 2 && i >= first + back; back++)
	{
		size_t len = lower_word(tokens, i - back, word);

		if (is_future_form(word, len))
			return true;
	}
	return false;
}

/* Does an auxiliary of the past precede a participle that has no accent: "a rendu", "est venu"? */
static bool
has_auxiliary(DateScanner *tokens, uint32_t i, uint32_t first)
{
	char word[FOLD_WORD_ROOM];

	for (uint32_t back = 1; back <= 2 && i >= first + back; back++)
	{
		lower_word(tokens, i - back, word);
		if (is_auxiliary(word))
			return true;
	}
	return false;
}

static bool
may_be_participle(const char *word, size_t len)
{
	static const char *const endings[] = {"u",	"ue",  "us",  "ues", "i",	 "ie",	"is",	"ise",
										  "it", "ite", "its", "ert", "erts", "ort", "orts", "aint"};

	for (size_t i = 0; i < lengthof(endings); i++)
		if (ends_in(word, len, endings[i]))
			return true;
	return strcmp(word, "fait") == 0 || strcmp(word, "été") == 0;
}

/* "doit", "va", "devrait" with an infinitive soon after it. */
static bool
is_modal(DateScanner *tokens, uint32_t i, const char *word)
{
	static const char *const modals[] = {"doit",	"doivent",	 "va",		 "vont",
										 "devrait", "devraient", "pourrait", "pourraient",
										 "compte",	"comptent",	 "entend",	 "souhaite"};

	if (!IS_ONE_OF(word, modals))
		return false;
	for (uint32_t k = i + 1; k <= i + 4; k++)
		if (is_infinitive(tokens, k))
			return true;
	return false;
}

/* What the word at token i says by itself. */
static ExpressionTense
tense_of(DateScanner *tokens, uint32_t i, uint32_t first)
{
	char word[FOLD_WORD_ROOM];
	size_t len;

	/* words of dates, articles and names are not verbs */
	if ((token_at(tokens, i)->capital && i > first + 1) ||
		(token_classes(token_at(tokens, i)) &
		 (UINT32_C(1) << DATE_WORD_MONTH | UINT32_C(1) << DATE_WORD_WEEKDAY)) ||
		expression_word(tokens, i) != NULL)
		return EXPRESSION_TENSE_NONE;
	len = lower_word(tokens, i, word);
	if (len == 0)
		return EXPRESSION_TENSE_NONE;
	if (is_invitation(tokens, i, first) || is_planned(tokens, i, first, word) ||
		is_modal(tokens, i, word) || is_future_form(word, len))
		return EXPRESSION_TENSE_FUTURE;
	if (is_participle(word, len))
	{
		/* "doit être jugé": the modal decides */
		if (i > first && expression_text(tokens, i - 1, "etre"))
			return EXPRESSION_TENSE_NONE;
		return has_future(tokens, i, first) ? EXPRESSION_TENSE_FUTURE : EXPRESSION_TENSE_PAST;
	}
	if (is_past_form(word, len) ||
		(may_be_participle(word, len) && has_auxiliary(tokens, i, first)))
		return EXPRESSION_TENSE_PAST;
	return EXPRESSION_TENSE_NONE;
}

/* ---------------------------------------------------------------- the present */

/* Is one of the word's dictionary words a verb? A word that is one itself (encore) is no form. */
static bool
is_verb(const char *word, size_t len)
{
	WordTerms terms;

	lexicon_terms(str_make(word, len), LEXICON_AS_WRITTEN, &terms);
	for (uint32_t i = 0; terms.known && i < terms.count; i++)
	{
		const char *lemma = terms.text + terms.start[i];
		size_t size = (size_t) (terms.start[i + 1] - terms.start[i]);

		if (size == len && memcmp(lemma, word, size) == 0)
			continue;
		if (ends_in(lemma, size, "er") || ends_in(lemma, size, "ir") || ends_in(lemma, size, "re"))
			return true;
	}
	return false;
}

/* Verbs of those who report: what they say, they have said. */
static bool
is_reporting(const char *word)
{
	static const char *const stems[] = {
		"annonc",  "affirm", "indiqu",	"révèl", "déclar", "assur",	 "estim",  "expliqu",
		"rapport", "précis", "soulign", "écri",	 "racont", "dénonc", "appell", "demand"};

	for (size_t i = 0; i < lengthof(stems); i++)
		if (strncmp(word, stems[i], strlen(stems[i])) == 0)
			return true;
	return false;
}

/*
 * A present next to a day is the future of timetables: "les écoles rouvrent lundi", "qui s'ouvre
 * jeudi". A verb is known by its plural, or by the pronoun before it.
 */
static bool
is_timetable(DateScanner *tokens, uint32_t i, uint32_t first)
{
	static const char *const pronouns[] = {"se", "s", "qui", "il", "elle"};
	/* verbs of beginning and end need no pronoun: "la semaine débute mardi" */
	static const char *const limits[] = {"débute", "commence", "démarre", "reprend",
										 "rouvre", "expire",   "prend"};
	char word[FOLD_WORD_ROOM];
	size_t len = lower_word(tokens, i, word);
	uint32_t before = i > first && token_mark(tokens, i - 1, '\'') ? i - 1 : i;
	bool pronoun = false;

	for (size_t k = 0; before > first && k < lengthof(pronouns); k++)
		pronoun |= expression_text(tokens, before - 1, pronouns[k]);
	if (len < 4 || is_reporting(word) || ends_in(word, len, "ment") || is_past_form(word, len))
		return false;
	if (IS_ONE_OF(word, limits))
		return true;
	if (!ends_in(word, len, "ent") &&
		!(pronoun && (ends_in(word, len, "e") || ends_in(word, len, "t"))))
		return false;
	return is_verb(word, len);
}

/* ---------------------------------------------------------------- around the date */

/* Tokens before the date in which a present counts. */
#define TIMETABLE_REACH 4

static bool
ends_clause(const DateToken *token)
{
	return token->kind == DATE_TOKEN_END ||
		   (token->kind == DATE_TOKEN_MARK && token->mark != '\0' &&
			strchr(".!?;:", token->mark) != NULL);
}

/* Does "à partir de", "dès", "jusqu'à" stand before the date? It begins or ends then. */
static bool
is_term(DateScanner *tokens, uint32_t i, uint32_t first)
{
	for (uint32_t k = i; k > first && i - k < 3; k--)
		if (expression_text(tokens, k - 1, "partir") || expression_text(tokens, k - 1, "jusqu") ||
			(expression_link(tokens, k - 1, EXPRESSION_LINK_DES) &&
			 token_at(tokens, k - 1)->end - token_at(tokens, k - 1)->start > 3)) /* dès */
			return true;
	return false;
}

/*
 * "avant", "d'ici" and "dès" before the date: it has not come yet, if no verb says more. "Peu avant"
 * is only about a time.
 */
static bool
is_ahead(DateScanner *tokens, uint32_t i)
{
	if (expression_link(tokens, i, EXPRESSION_LINK_AVANT))
		return i == 0 || !expression_text(tokens, i - 1, "peu");
	return expression_text(tokens, i, "ici");
}

static Evidence
look_back(DateScanner *tokens, uint32_t i, uint32_t first)
{
	Evidence evidence = {EXPRESSION_TENSE_NONE, 0};
	uint32_t distance = 0;

	for (uint32_t k = i; k > first && i - k < REACH; k--)
	{
		const DateToken *token = token_at(tokens, k - 1);
		ExpressionTense tense;

		distance++;
		if (ends_clause(token))
			break;
		if (token->kind == DATE_TOKEN_MARK)
			distance += token->mark == ',' ? COMMA : 0;
		if (token->kind != DATE_TOKEN_WORD)
			continue;
		if (is_ahead(tokens, k - 1) && distance <= 5)
			return (Evidence){EXPRESSION_TENSE_FUTURE, distance};
		tense = tense_of(tokens, k - 1, first);
		if (tense == EXPRESSION_TENSE_NONE && distance <= TIMETABLE_REACH &&
			is_timetable(tokens, k - 1, first))
			tense = EXPRESSION_TENSE_FUTURE;
		if (tense == EXPRESSION_TENSE_NONE || evidence.tense != EXPRESSION_TENSE_NONE)
			continue;
		evidence = (Evidence){tense, distance};
		if (distance > 5)
			break;
	}
	return evidence;
}

static Evidence
look_ahead(DateScanner *tokens, uint32_t end, uint32_t first)
{
	uint32_t distance = 0;

	for (uint32_t k = end; k < end + REACH; k++)
	{
		const DateToken *token = token_at(tokens, k);
		ExpressionTense tense;

		distance++;
		if (ends_clause(token))
			break;
		if (token->kind == DATE_TOKEN_MARK)
			distance += token->mark == ',' ? COMMA : 0;
		tense = token->kind == DATE_TOKEN_WORD ? tense_of(tokens, k, first) : EXPRESSION_TENSE_NONE;
		if (tense != EXPRESSION_TENSE_NONE)
			return (Evidence){tense, distance};
	}
	return (Evidence){EXPRESSION_TENSE_NONE, 0};
}

/* "le procès, ouvert lundi, …": a participle between commas, which needs no auxiliary. */
static bool
is_apposition(DateScanner *tokens, uint32_t i, uint32_t end, uint32_t first)
{
	char word[FOLD_WORD_ROOM];
	size_t len;

	if (i < first + 2 || !token_mark(tokens, i - 2, ',') || !token_mark(tokens, end, ','))
		return false;
	len = lower_word(tokens, i - 1, word);
	return len > 4 && may_be_participle(word, len) && !is_planned(tokens, i - 1, first, word) &&
		   is_verb(word, len);
}

ExpressionTense
tense_around(DateExpressions *expressions, uint32_t i, uint32_t end)
{
	DateScanner *tokens = &expressions->tokens;
	uint32_t first = expressions->sentence;
	Evidence back;
	Evidence ahead;

	/* the ring holds no earlier tokens */
	if (i > first + REACH)
		first = i - REACH;
	if (is_apposition(tokens, i, end, first))
		return EXPRESSION_TENSE_PAST;
	ahead = look_ahead(tokens, end, end);
	back = look_back(tokens, i, first);
	if (back.tense == EXPRESSION_TENSE_NONE && ahead.tense == EXPRESSION_TENSE_NONE &&
		is_term(tokens, i, first))
		return EXPRESSION_TENSE_FUTURE;
	if (back.tense == EXPRESSION_TENSE_NONE)
		return ahead.tense;
	return ahead.tense != EXPRESSION_TENSE_NONE && ahead.distance < back.distance ? ahead.tense
																				  : back.tense;
}
