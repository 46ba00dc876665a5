/*
 * query.c
 *	  Converts the tokens of a search box to an expression over operands. Consecutive words make one
 *	  operand, so that one thing in several words (13 h 54, 1 500) stays together.
 *
 *   alternatives = conjunction { OU conjunction };  conjunction = { [-|SAUF] unit | ET };
 *   unit = words | side { PRES/n side };  side = word | word* | [=]"phrase" | ( alternatives )
 */
#include "french/query.h"

#include "base/utf8.h"
#include "french/lexicon_prefix.h"
#include "french/query_internal.h"
#include "text/fold.h"

typedef struct SearchReader
{
	Arena *arena;
	Str text;
	uint32_t at;
	uint32_t depth;
	SearchJoin join; /* JOIN_ALL or JOIN_ANY, for the part being read */
	SearchQuery *query;
	uint32_t size; /* of query->operands */
	uint32_t near; /* operands that PRES/n has become so far */
} SearchReader;

/* A conjunction that is being read. */
typedef struct Conjunction
{
	StrBuf wanted;
	uint32_t wanted_count;
	StrBuf excluded; /* "&!1&!2" */
} Conjunction;

static Str read_alternatives(SearchReader *reader);

static SearchToken
token_at(const SearchReader *reader, uint32_t at)
{
	return search_token(reader->text, at, reader->depth > 0, reader->depth < SEARCH_MAX_DEPTH);
}

/*
 * Does a character separate the words of an operand? Not within names and numbers: lemonde.f, #met,
 * R&D.
 */
static bool
parts_words(uint32_t c)
{
	if (c < 0x80)
		return !ascii_alpha((char) c) && !ascii_digit((char) c) &&
			   (c < ' ' || strchr("#@_.,&+", (int) c) == NULL);
	return c == 0xA0 || c == 0xAB || c == 0xBB || c == 0x02BC || (c >= 0x2000 && c <= 0x200A) ||
		   (c >= 0x2010 && c <= 0x201F) || c == 0x202F || c == 0x2032;
}

/* Returns the letters of the last word: élect of l'élect. */
static Str
last_word(Str text)
{
	uint32_t from = 0;

	for (uint32_t at = 0; at < text.len;)
	{
		if (parts_words(utf8_next(text.data, text.len, &at)))
			from = at;
	}
	return str_sub(text, from, text.len);
}

/*
 * "aujourd'h" of d'aujourd'h: the longest suffix that has a joint and begins a word of the lexicon.
 */
static Str
last_compound(Str text)
{
	Str part = last_word(text);
	uint32_t from = 0;

	for (uint32_t at = 0; at + part.len < text.len;)
	{
		char plain[FOLD_WORD_MAX];
		Str word = str_sub(text, from, text.len - from);
		WordTerms found;

		if (word.len <= FOLD_WORD_MAX)
		{
			lexicon_prefixes(str_make(plain, fold_plain(word, plain, sizeof(plain))), &found);
			if (found.count > 0)
				return word;
		}
		while (at < text.len && !parts_words(utf8_next(text.data, text.len, &at)))
			;
		from = at;
	}
	return STR_NONE;
}

/* Adds an operand; returns its number, which represents it in the expression. */
static Str
add_operand(SearchReader *reader, Str text, bool phrase, bool prefix)
{
	SearchQuery *query = reader->query;
	char digits[10];
	uint32_t at = sizeof(digits);
	uint32_t number = query->count++;

	query->operands =
		arena_fit(reader->arena, query->operands, number, &reader->size, 16, sizeof(SearchOperand));
	query->operands[number] =
		(SearchOperand){text, phrase && reader->join == JOIN_ALL ? JOIN_PHRASE : reader->join,
						prefix ? last_word(text) : STR_NONE,
						prefix && !phrase ? last_compound(text) : STR_NONE, false};
	do
		digits[--at] = (char) ('0' + number % 10);
	while ((number /= 10) > 0);
	return str_copy(reader->arena, str_make(digits + at, sizeof(digits) - at));
}

static Str
read_group(SearchReader *reader)
{
	StrBuf group;
	Str inside;

	reader->depth++;
	inside = read_alternatives(reader);
	if (token_at(reader, reader->at).kind == SEARCH_CLOSE)
		reader->at = token_at(reader, reader->at).next;
	reader->depth--;
	if (inside.len == 0)
		return inside;
	strbuf_init(&group, reader->arena);
	strbuf_add_char(&group, '(');
	strbuf_add(&group, inside);
	strbuf_add_char(&group, ')');
	return strbuf_str(&group);
}

/* Returns PRES/n if it follows here and has a right side, else a token of another kind. */
static SearchToken
near_at(const SearchReader *reader, uint32_t at)
{
	SearchToken token = token_at(reader, at);
	SearchTokenKind right;

	if (token.kind != SEARCH_NEAR)
		return token;
	right = token_at(reader, token.next).kind;
	if (right != SEARCH_WORD && right != SEARCH_PHRASE && right != SEARCH_OPEN)
		token.kind = SEARCH_WORD;
	return token;
}

/*
 * Reads words from this token on, up to a token that is not a plain word, or has PRES/n after it.
 */
static Str
read_words(SearchReader *reader, SearchToken token)
{
	uint32_t from = (uint32_t) (token.text.data - reader->text.data);
	SearchToken next = token_at(reader, token.next);

	while (next.kind == SEARCH_WORD && !next.prefix &&
		   near_at(reader, next.next).kind != SEARCH_NEAR)
	{
		token = next;
		next = token_at(reader, token.next);
	}
	reader->at = token.next;
	return add_operand(reader, str_sub(reader->text, from, token.next - from), false, false);
}

/* Reads a word, phrase or group; a side of PRES/n is a phrase even if it is one word (week-end). */
static Str
read_side(SearchReader *reader, SearchToken token, bool near)
{
	Str number;

	reader->at = token.next;
	if (token.kind == SEARCH_OPEN)
		return read_group(reader);
	if (token.text.len == 0) /* "" */
		return STR("");
	number = add_operand(reader, token.text, near || token.kind == SEARCH_PHRASE, token.prefix);
	reader->query->operands[reader->query->count - 1].exact = token.exact;
	return number;
}

/* Counts the operands of a side of PRES/n; 0 if it is more than alternatives. */
static uint32_t
count_alternatives(Str side)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < side.len; i++)
	{
		if (strchr("&!<", side.data[i]) != NULL)
			return 0;
		if (ascii_digit(side.data[i]) && (i + 1 == side.len || !ascii_digit(side.data[i + 1])))
			count++;
	}
	return count;
}

static void
add_phrase(StrBuf *out, Str left, uint32_t distance, Str right)
{
	char digits[] = {(char) ('0' + distance / 10), (char) ('0' + distance % 10)};

	if (out->len > 1)
		strbuf_add_char(out, '|');
	strbuf_add(out, left);
	strbuf_add(out, STR(" <"));
	strbuf_add(out, str_make(digits, sizeof(digits)));
	strbuf_add(out, STR("> "));
	strbuf_add(out, right);
}

/*
 * Returns "(0 <1> 1|1 <1> 0|0 <2> 1 ...)": either order, every distance. An empty string if the
 * sides may be anywhere: for a ranking, if they are more than alternatives, or if the query would
 * become too long.
 */
static Str
near_pair(SearchReader *reader, Str left, Str right, uint32_t distance)
{
	uint32_t left_count = count_alternatives(left);
	uint32_t right_count = count_alternatives(right);
	uint32_t count = (left_count + right_count) * 2 * distance;
	StrBuf pair;

	if (reader->join == JOIN_ANY || left_count == 0 || right_count == 0 ||
		count > SEARCH_MAX_NEAR - reader->near)
		return STR("");
	reader->near += count;
	strbuf_init(&pair, reader->arena);
	strbuf_add_char(&pair, '(');
	for (uint32_t apart = 1; apart <= distance; apart++)
	{
		add_phrase(&pair, left, apart, right);
		add_phrase(&pair, right, apart, left);
	}
	strbuf_add_char(&pair, ')');
	return strbuf_str(&pair);
}

static void
add_to_chain(SearchReader *reader, StrBuf *chain, Str unit)
{
	if (chain->len > 1)
		strbuf_add_char(chain, reader->join == JOIN_ANY ? '|' : '&');
	strbuf_add(chain, unit);
}

/*
 * Reads the rest of side { PRES/n side }: a PRES/3 b PRES/3 c has b near both others. A side that
 * is in no pair is in the result by itself, so that none but alternatives are there twice.
 */
static Str
read_near(SearchReader *reader, Str left)
{
	SearchToken near = near_at(reader, reader->at);
	bool paired = false;
	StrBuf chain;

	if (near.kind != SEARCH_NEAR)
		return left;
	strbuf_init(&chain, reader->arena);
	strbuf_add_char(&chain, '(');
	for (; near.kind == SEARCH_NEAR; near = near_at(reader, reader->at))
	{
		Str right = read_side(reader, token_at(reader, near.next), true);
		Str pair = near_pair(reader, left, right, near.distance);

		if (right.len == 0)
			continue;
		if (pair.len > 0)
			add_to_chain(reader, &chain, pair);
		else if (!paired && left.len > 0)
			add_to_chain(reader, &chain, left);
		paired = pair.len > 0;
		left = right;
	}
	if (!paired && left.len > 0)
		add_to_chain(reader, &chain, left);
	strbuf_add_char(&chain, ')');
	return chain.len > 2 ? strbuf_str(&chain) : STR("");
}

/*
 * Reads what one minus excludes: a word, phrase or group, or such near each other. Returns an empty
 * expression if there is none.
 */
static Str
read_unit(SearchReader *reader, SearchToken token)
{
	bool near;
	Str side;

	if (token.kind == SEARCH_MINUS)
		token = token_at(reader, token.next);
	if (token.kind == SEARCH_END || token.kind == SEARCH_CLOSE)
		return STR("");
	near = near_at(reader, token.next).kind == SEARCH_NEAR;
	side = read_side(reader, token, near);
	return read_near(reader, side);
}

/* Forgets that operands from this one on are marked as exact: not every match has them. */
static void
unmark_exact(SearchReader *reader, uint32_t first)
{
	for (uint32_t i = first; i < reader->query->count; i++)
		reader->query->operands[i].exact = false;
}

static void
add_wanted(SearchReader *reader, Conjunction *conjunction, Str unit)
{
	if (unit.len == 0)
		return;
	if (conjunction->wanted_count++ > 0)
		strbuf_add_char(&conjunction->wanted, reader->join == JOIN_ANY ? '|' : '&');
	strbuf_add(&conjunction->wanted, unit);
}

/* Adds what follows a minus or SAUF: all words of a group, a phrase as a phrase. */
static void
add_excluded(SearchReader *reader, Conjunction *conjunction)
{
	SearchJoin join = reader->join;
	uint32_t first = reader->query->count;
	Str unit;

	reader->join = JOIN_ALL;
	unit = read_unit(reader, token_at(reader, reader->at));
	reader->join = join;
	unmark_exact(reader, first);
	if (unit.len == 0)
		return;
	strbuf_add(&conjunction->excluded, STR("&!"));
	strbuf_add(&conjunction->excluded, unit);
}

/* Is this operator complete: does it have both sides, or the right one if it needs no left one? */
static bool
is_operator(const SearchReader *reader, SearchToken token, bool left)
{
	SearchTokenKind next = token_at(reader, token.next).kind;

	if (token.kind != SEARCH_AND && token.kind != SEARCH_OR && token.kind != SEARCH_NOT)
		return false;
	return (left || token.kind == SEARCH_NOT) && next != SEARCH_END && next != SEARCH_CLOSE;
}

static Str
conjunction_str(SearchReader *reader, const Conjunction *conjunction)
{
	Str wanted = strbuf_str(&conjunction->wanted);
	Str excluded = strbuf_str(&conjunction->excluded);
	StrBuf all;

	if (wanted.len == 0)
		return str_sub(excluded, 1, excluded.len); /* !1&!2 */
	if (excluded.len == 0)
		return wanted;
	strbuf_init(&all, reader->arena);
	strbuf_add_char(&all, '(');
	strbuf_add(&all, wanted);
	strbuf_add_char(&all, ')');
	strbuf_add(&all, excluded);
	return strbuf_str(&all);
}

/* Reads up to OU or the end of the group or of the text. */
static Str
read_conjunction(SearchReader *reader)
{
	Conjunction conjunction = {0};

	strbuf_init(&conjunction.wanted, reader->arena);
	strbuf_init(&conjunction.excluded, reader->arena);
	for (;;)
	{
		SearchToken token = token_at(reader, reader->at);
		bool left = conjunction.wanted.len + conjunction.excluded.len > 0;
		bool is_op = is_operator(reader, token, left);

		if (token.kind == SEARCH_END) /* nobody scans the blanks before the end again */
			reader->at = token.next;
		if (token.kind == SEARCH_END || token.kind == SEARCH_CLOSE ||
			(token.kind == SEARCH_OR && is_op))
			return conjunction_str(reader, &conjunction);
		if (token.kind == SEARCH_AND && is_op)
			reader->at = token.next;
		else if (token.kind == SEARCH_MINUS || (token.kind == SEARCH_NOT && is_op))
		{
			reader->at = token.next;
			add_excluded(reader, &conjunction);
		}
		else if (token.kind == SEARCH_WORD && !token.prefix &&
				 near_at(reader, token.next).kind != SEARCH_NEAR)
			add_wanted(reader, &conjunction, read_words(reader, token));
		else
			add_wanted(reader, &conjunction, read_unit(reader, token));
	}
}

static Str
read_alternatives(SearchReader *reader)
{
	uint32_t first = reader->query->count;
	bool several = false;
	StrBuf alternatives;

	strbuf_init(&alternatives, reader->arena);
	for (;;)
	{
		Str conjunction = read_conjunction(reader);
		SearchToken token = token_at(reader, reader->at);

		if (conjunction.len > 0 && alternatives.len > 0)
			strbuf_add_char(&alternatives, '|');
		strbuf_add(&alternatives, conjunction);
		if (token.kind != SEARCH_OR)
			break;
		reader->at = token.next;
		several = true;
	}
	if (several)
		unmark_exact(reader, first);
	return strbuf_str(&alternatives);
}

/* Cuts a query to whole words, or if it is a single word, to whole characters. */
static Str
cut(Str text)
{
	uint32_t len = SEARCH_MAX_BYTES;

	if (text.len <= len)
		return text;
	while (len > 0 && !ascii_space(text.data[len]))
		len--;
	return len > 0 ? str_sub(text, 0, len) : str_cut(text, SEARCH_MAX_BYTES);
}

SearchQuery
search_read(Arena *arena, Str text, SearchJoin join)
{
	SearchQuery query = {0};
	SearchReader reader = {.arena = arena, .text = cut(text), .join = join, .query = &query};

	query.expression = read_alternatives(&reader);
	return query;
}
