/*
 * agency.c
 *	  See agency.h. A signature is a short text that is read to its end: names of agencies, words
 *	  such as "avec" and "source", the initials of desks ("ats/nxp"), and few other words.
 */
#include "article/author/agency.h"

#include "base/array.h"
#include "text/fold.h"

/* Bytes of the longest signature: "Le Courrier du Valmont avec l'Agence France-Presse (AFP)". */
#define SIGNATURE_BYTES 80

/* Words of the longest name of agency_list.h, and of the longest signature. */
#define NAME_WORDS 4
#define SIGNATURE_WORDS 16

/* Other words that a signature may have, such as a newspaper's name: "Le Courrier avec AFP". */
#define STRANGERS_MOST 4

/* Longest initials of a desk or journalist. */
#define INITIALS_BYTES 4

/* Blocks at each end of a body that may hold a dateline or a credit. */
#define END_BLOCKS 2
#define END_BYTES (256 * 1024) /* bytes of either end that are searched; an article's are fewer */

typedef struct Agency
{
	Str folded;
	Str name;
} Agency;

static const Agency agencies[] = {
#define AGENCY(folded, name) {{folded, sizeof(folded) - 1}, {name, sizeof(name) - 1}},
#include "article/author/agency_list.h"
#undef AGENCY
};

/* Words that introduce the name of an agency, or join two. */
static const Str joining[] = {
	{"avec", 4},  {"source", 6},  {"sources", 7}, {"par", 3},		{"with", 4}, {"by", 2},
	{"from", 4},  {"mit", 3},	  {"von", 3},	  {"quelle", 6},	{"con", 3},	 {"fuente", 6},
	{"fonte", 5}, {"depeche", 7}, {"selon", 5},	  {"copyright", 9}, {"via", 3},
};

/* Words of a picture's credit, which is not the text's. */
static const Str picture[] = {
	{"photo", 5},	 {"photos", 6},		   {"photographe", 11}, {"image", 5}, {"images", 6},
	{"video", 5},	 {"illustration", 12}, {"foto", 4},			{"bild", 4},  {"picture", 7},
	{"archives", 8}, {"credit", 6},		   {"infographie", 11}, {"getty", 5}, {"graphic", 7},
};

typedef struct Signature
{
	char folded[FOLD_WORD_ROOM];
	Str words[SIGNATURE_WORDS];
	uint32_t count;
	bool too_long;
} Signature;

static inline bool
is_word_byte(char c)
{
	return ascii_alpha(c) || ascii_digit(c) || (c & 0x80) != 0;
}

static void
split_signature(Signature *signature, Str text)
{
	uint32_t len = (uint32_t) fold_plain(text, signature->folded, sizeof(signature->folded));

	signature->count = 0;
	signature->too_long = false;
	for (uint32_t i = 0; i < len;)
	{
		uint32_t start = i;

		while (i < len && is_word_byte(signature->folded[i]))
			i++;
		if (i > start && signature->count == SIGNATURE_WORDS)
			signature->too_long = true;
		else if (i > start)
			signature->words[signature->count++] = str_make(signature->folded + start, i - start);
		else
			i++;
	}
}

/* Is the name the words from first on? Returns the number of its words, else 0. */
static uint32_t
match_name(const Signature *signature, uint32_t first, Str name)
{
	uint32_t at = 0;

	for (uint32_t i = first; i < signature->count; i++)
	{
		Str word = signature->words[i];

		if (!str_equal(str_sub(name, at, word.len), word))
			return 0;
		at += word.len;
		if (at == name.len)
			return i - first + 1;
		if (name.data[at++] != ' ')
			return 0;
	}
	return 0;
}

static const Agency *
find_agency(const Signature *signature, uint32_t first, uint32_t *words)
{
	const Agency *found = NULL;

	*words = 0;
	for (size_t i = 0; i < lengthof(agencies); i++)
	{
		uint32_t matched = match_name(signature, first, agencies[i].folded);

		if (matched > *words)
		{
			*words = matched;
			found = &agencies[i];
		}
	}
	return found;
}

/* The agency of a text that is a signature and nothing else. */
static Str
read_signature(Str text)
{
	Signature signature;
	const Agency *first = NULL;
	uint32_t strangers = 0;
	bool introduced = false;
	uint32_t words;

	if (text.len == 0 || text.len > SIGNATURE_BYTES)
		return STR_NONE;
	split_signature(&signature, text);
	if (signature.too_long)
		return STR_NONE;
	for (uint32_t i = 0; i < signature.count; i += words)
	{
		const Agency *agency = find_agency(&signature, i, &words);

		if (agency != NULL)
		{
			first = first != NULL ? first : agency;
			continue;
		}
		words = 1;
		if (str_is_one_of(signature.words[i], picture, lengthof(picture)))
			return STR_NONE;
		if (str_is_one_of(signature.words[i], joining, lengthof(joining)))
			introduced = true;
		else if (signature.words[i].len > INITIALS_BYTES)
			strangers++;
	}
	if (first == NULL || strangers > (introduced ? STRANGERS_MOST : 0))
		return STR_NONE;
	return first->name;
}

/* ------------------------------------------------------------------ where signatures are */

static bool
is_blank_line(Str body, uint32_t at)
{
	return body.data[at] == '\n' && at + 1 < body.len && body.data[at + 1] == '\n';
}

static Str
first_block(Str *body)
{
	uint32_t len = 0;
	Str block;

	while (len < body->len && !is_blank_line(*body, len))
		len++;
	block = str_sub(*body, 0, len);
	*body = str_sub(*body, len + 2, body->len);
	return str_trim(block);
}

static Str
last_block(Str *body)
{
	uint32_t start = body->len;
	Str block;

	while (start > 0 && !(start + 1 < body->len && is_blank_line(*body, start - 1)))
		start--;
	block = str_sub(*body, start, body->len);
	body->len = start > 2 ? start - 1 : 0;
	return str_trim(block);
}

/* Does a text start with a dash, after spaces? */
static bool
starts_with_dash(Str text)
{
	text = str_trim(text);
	return str_starts_ascii(text, STR("-")) || str_starts_ascii(text, STR("–")) ||
		   str_starts_ascii(text, STR("—"));
}

/* "LYON, 3 mars (AFP) - …" or "(Belga) …": the parentheses of a place and date. */
static Str
dateline(Str block)
{
	Str head = str_sub(block, 0, SIGNATURE_BYTES);
	int32_t open = str_find(head, STR("("));
	int32_t close = open < 0 ? -1 : str_find(head, STR(")"));

	if (close <= open)
		return STR_NONE;
	if (open > 0 && !starts_with_dash(str_sub(block, (uint32_t) close + 1, SIGNATURE_BYTES)))
		return STR_NONE;
	return str_sub(head, (uint32_t) open + 1, (uint32_t) (close - open - 1));
}

Str
agency_closing_parentheses(Str text, uint32_t most)
{
	uint32_t end = text.len;

	if (end > 0 && text.data[end - 1] == '.')
		end--;
	if (end == 0 || text.data[end - 1] != ')')
		return STR_NONE;
	for (uint32_t open = end - 1; open-- > 0 && end - open <= most;)
		if (text.data[open] == '(')
			return str_sub(text, open + 1, end - open - 2);
	return STR_NONE;
}

Str
agency_of(const Str *authors, uint32_t count, Str body)
{
	Str found = STR_NONE;
	Str rest = str_sub(body, 0, END_BYTES);

	if (body.len > END_BYTES)
		body = str_sub(body, body.len - END_BYTES, END_BYTES);

	for (uint32_t i = 0; i < count && found.data == NULL; i++)
		found = read_signature(authors[i]);
	for (int i = 0; i < END_BLOCKS && found.data == NULL && rest.len > 0; i++)
		found = read_signature(dateline(first_block(&rest)));
	for (int i = 0; i < END_BLOCKS && found.data == NULL && body.len > 0; i++)
	{
		Str block = last_block(&body);

		found = read_signature(block);
		if (found.data == NULL)
			found = read_signature(agency_closing_parentheses(block, SIGNATURE_BYTES));
	}
	return found;
}
