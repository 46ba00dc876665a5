/*
 * phonetic_rule.c
 *	  See phonetic_rule.h.
 */
#include "french/phonetic_rule.h"

#include "base/array.h"
#include "base/search.h"
#include "base/utf8.h"

#define PHONETIC_RULE(left, letters, right, sounds) {left, letters, right, sounds},

static const PhoneticRule french_rules[] = {
#include "french/phonetic_rule_list.h"
};

static const PhoneticRule name_rules[] = {
#include "french/name_rule_list.h"
};

#undef PHONETIC_RULE

const PhoneticTable phonetic_french = {french_rules, lengthof(french_rules)};
const PhoneticTable phonetic_names = {name_rules, lengthof(name_rules)};

static bool
is_one_of(uint32_t c, const char *letters)
{
	uint32_t len = (uint32_t) strlen(letters);

	for (uint32_t i = 0; i < len;)
	{
		if (utf8_next(letters, len, &i) == c)
			return true;
	}
	return false;
}

static bool
is_vowel(uint32_t c)
{
	return is_one_of(c, "aeiouyàâäéèêëîïôöùûü");
}

static bool
is_consonant(uint32_t c)
{
	return is_one_of(c, "bcçdfghjklmnñpqrstvwxz");
}

/* Is c in the class that a context names by a capital? 0 is the end of the word. */
static bool
in_class(char class, uint32_t c)
{
	switch (class)
	{
		case 'V':
			return c != 0 && is_vowel(c);
		case 'C':
			return c != 0 && is_consonant(c);
		case 'K':
			return c == 0 || (is_consonant(c) && c != 'm' && c != 'n' && c != 'h');
		default:
			return c != 0 && is_one_of(c, "eiyéèêëîï");
	}
}

/* The character at a byte of the word, 0 at its end; *next is set to the byte after it. */
static uint32_t
char_at(Str word, uint32_t at, uint32_t *next)
{
	*next = at;
	return at < word.len ? utf8_next(word.data, word.len, next) : 0;
}

/* Matches one element of a context at *at; moves *at and *context after it. */
static bool
match_element(Str word, uint32_t *at, const char **context)
{
	const char *p = *context;
	uint32_t next;
	uint32_t c = char_at(word, *at, &next);
	uint32_t width;

	if (*p == '[')
	{
		uint32_t len = (uint32_t) strcspn(p, "]");
		bool found = false;

		for (uint32_t i = 1; i < len;)
			found = utf8_next(p, len, &i) == c || found;
		*context = p + len + 1;
		*at = next;
		return found && c != 0;
	}
	width = utf8_width(*p);
	*context = p + width;
	if (*p >= 'A' && *p <= 'Z')
	{
		*at = next;
		return in_class(*p, c);
	}
	if (*p == '_')
		return c == 0;
	if (*p == '$')
		return c == 0 || (c == 's' && next >= word.len);
	*at += width;
	return *at <= word.len && memcmp(word.data + *at - width, p, width) == 0;
}

static bool
match_from(Str word, uint32_t at, const char *context)
{
	while (*context != '\0')
	{
		if (!match_element(word, &at, &context))
			return false;
	}
	return true;
}

/* The number of characters that a left context looks at, without ^. */
static uint32_t
context_length(const char *context)
{
	uint32_t count = 0;

	for (const char *p = context; *p != '\0'; count++)
		p += *p == '[' ? strcspn(p, "]") + 1 : utf8_width(*p);
	return count;
}

static bool
match_before(Str word, uint32_t at, const char *context)
{
	bool anchored = *context == '^';
	uint32_t count;
	uint32_t from = at;

	if (*context == '\0')
		return true;
	context += anchored;
	for (count = context_length(context); count > 0 && from > 0; count--)
	{
		do
			from--;
		while (from > 0 && ((unsigned char) word.data[from] & 0xC0) == 0x80);
	}
	return count == 0 && (!anchored || from == 0) && match_from(word, from, context);
}

/* Returns the first rule that fits at a byte of the word, or NULL. */
static const PhoneticRule *
find_rule(PhoneticTable table, Str word, uint32_t at)
{
	unsigned char first = (unsigned char) word.data[at];
	uint32_t low = 0;
	uint32_t high = table.count;

	SEARCH_FIRST(low, high, (unsigned char) table.rules[middle].letters[0] < first)
	for (; low < table.count && (unsigned char) table.rules[low].letters[0] == first; low++)
	{
		const PhoneticRule *rule = &table.rules[low];
		uint32_t len = (uint32_t) strlen(rule->letters);

		if (len <= word.len - at && memcmp(word.data + at, rule->letters, len) == 0 &&
			match_from(word, at + len, rule->right) && match_before(word, at, rule->left))
			return rule;
	}
	return NULL;
}

uint32_t
phonetic_apply(PhoneticTable table, Str word, char *out, uint32_t size)
{
	uint32_t len = 0;

	for (uint32_t at = 0; at < word.len;)
	{
		const PhoneticRule *rule = find_rule(table, word, at);
		Str sounds =
			rule != NULL ? str_cstr(rule->sounds) : str_sub(word, at, utf8_width(word.data[at]));

		if (sounds.len > size - len)
			break;
		memcpy(out + len, sounds.data, sounds.len);
		len += sounds.len;
		at += rule != NULL ? (uint32_t) strlen(rule->letters) : utf8_width(word.data[at]);
	}
	return len;
}
