/*
 * token_address.c
 *	  Parts of a text that are written for machines: hosts, e-mail addresses, the start of a URL,
 *	  tags, character references, #hashtags and @handles. The path of a URL is read as the words
 *	  that it consists of.
 */
#include "base/array.h"
#include "french/token_internal.h"

#define TAG_BYTES_MAX 1000	/* an opening tag with its attributes */
#define ENTITY_BYTES_MAX 33 /* the longest name in HTML with its marks */

static const Str top_domains[] = {
#define TLD(name) {name, sizeof(name) - 1},
#include "french/tld_list.h"
#undef TLD
};

/* Returns the end of the ASCII characters of an address. */
static uint32_t
address_end(Str text, uint32_t start)
{
	uint32_t end = start;

	while (end < text.len && end - start <= TOKEN_WORD_BYTES_MAX &&
		   (ascii_alpha(text.data[end]) || ascii_digit(text.data[end]) ||
			(text.data[end] != '\0' && strchr("@.-_+", text.data[end]))))
		end++;
	return end;
}

static uint32_t
trim_marks(Str text, uint32_t start, uint32_t end)
{
	while (end > start && !ascii_alpha(text.data[end - 1]) && !ascii_digit(text.data[end - 1]))
		end--;
	return end;
}

static uint32_t
last_point(Str text, uint32_t start, uint32_t end)
{
	while (end > start && text.data[end - 1] != '.')
		end--;
	return end;
}

static bool
is_top_domain(Str label)
{
	for (size_t i = 0; i < lengthof(top_domains); i++)
		if (str_equal(top_domains[i], label))
			return true;
	return false;
}

/* Is this a host: at least two labels of letters, digits and hyphens? */
static bool
is_host(Str name)
{
	uint32_t label = 0;
	uint32_t points = 0;

	for (uint32_t i = 0; i < name.len; i++)
	{
		if (name.data[i] == '.')
		{
			if (i == label)
				return false;
			label = i + 1;
			points++;
		}
		else if (name.data[i] != '-' && !ascii_alpha(name.data[i]) && !ascii_digit(name.data[i]))
			return false;
	}
	return points > 0 && label < name.len;
}

/* Does a name show by itself that it is a host: www.…, lemonde.fr? Not exemptés.Mais. */
static bool
is_evident_host(Str name)
{
	uint32_t label = last_point(name, 0, name.len);

	if (!is_host(name))
		return false;
	return str_starts_ascii(name, STR("www.")) || is_top_domain(str_sub(name, label, name.len));
}

/* http://, followed by its host. */
static bool
read_protocol(TokenScanner *scanner, uint32_t start, uint32_t end, Token *token)
{
	Str text = scanner->text;
	Str name = str_sub(text, start, end - start);
	uint32_t host = end + 3;
	uint32_t host_end;

	if (!str_equal(str_sub(text, end, 3), STR("://")) ||
		!(str_equal_ascii(name, STR("http")) || str_equal_ascii(name, STR("https")) ||
		  str_equal_ascii(name, STR("ftp"))))
		return false;
	host_end = trim_marks(text, host, address_end(text, host));
	if (host_end - host <= TOKEN_WORD_BYTES_MAX && is_host(str_sub(text, host, host_end - host)))
	{
		scanner->rest = TOKEN_HOST;
		scanner->rest_end = host_end;
	}
	return token_write(scanner, token, TOKEN_PROTOCOL, start, host);
}

static bool
read_email(TokenScanner *scanner, uint32_t start, uint32_t at, uint32_t end, Token *token)
{
	Str host = str_sub(scanner->text, at + 1, end - at - 1);

	return at > start && is_host(host) && token_write(scanner, token, TOKEN_EMAIL, start, end);
}

bool
token_read_address(TokenScanner *scanner, uint32_t start, uint32_t end, Token *token)
{
	Str text = scanner->text;
	const char *at;

	if (text.data[end] == ':')
		return read_protocol(scanner, start, end, token);
	if (start < scanner->no_address)
		return false;
	end = trim_marks(text, start, address_end(text, start));
	at = memchr(text.data + start, '@', end - start);
	if (end - start <= TOKEN_WORD_BYTES_MAX)
	{
		if (at ? read_email(scanner, start, (uint32_t) (at - text.data), end, token)
			   : is_evident_host(str_sub(text, start, end - start)) &&
					 token_write(scanner, token, TOKEN_HOST, start, end))
			return true;
	}
	scanner->no_address = end;
	return false;
}

/*
 * Are there only attributes, or nothing, up to the end of the tag? So <b> is a tag, and a < b > c
 * is not.
 */
static bool
is_tag(Str inside, uint32_t name_end)
{
	Str rest = str_sub(inside, name_end, inside.len);

	return rest.len == 0 || str_equal(rest, STR("/")) || str_equal(rest, STR(" /")) ||
		   (ascii_space(rest.data[0]) && memchr(rest.data, '=', rest.len) != NULL);
}

static bool
read_tag(TokenScanner *scanner, uint32_t start, Token *token)
{
	Str text = scanner->text;
	uint32_t name = start + 1;
	uint32_t name_end;
	uint32_t end;

	name += name < text.len && text.data[name] == '/';
	name_end = name;
	while (name_end < text.len && (ascii_alpha(text.data[name_end]) ||
								   (name_end > name && ascii_digit(text.data[name_end]))))
		name_end++;
	if (name_end == name)
		return false;
	end = name_end;
	while (end < text.len && end - start < TAG_BYTES_MAX && text.data[end] != '>' &&
		   text.data[end] != '<')
		end++;
	if (end >= text.len || text.data[end] != '>' ||
		!is_tag(str_sub(text, start + 1, end - start - 1), name_end - start - 1))
		return false;
	return token_write(scanner, token, TOKEN_TAG, start, end + 1);
}

/* &amp; &#233; &#xE9; */
static bool
read_entity(TokenScanner *scanner, uint32_t start, Token *token)
{
	Str text = scanner->text;
	uint32_t end = start + 1;

	end += end < text.len && text.data[end] == '#';
	while (end < text.len && end - start < ENTITY_BYTES_MAX &&
		   (ascii_alpha(text.data[end]) || ascii_digit(text.data[end])))
		end++;
	if (end - start < 3 || end >= text.len || text.data[end] != ';')
		return false;
	return token_write(scanner, token, TOKEN_ENTITY, start, end + 1);
}

/* #climat, @nom; not #1, which is a number. */
static bool
read_tagged(TokenScanner *scanner, uint32_t start, TokenType type, Token *token)
{
	Str text = scanner->text;
	uint32_t word = text_char_at(text, start).end;
	bool digits;
	uint32_t end = char_class_word_end(text, word, &digits);

	while (text_char_at(text, end).code == '_' && char_class_in_word(text_char_at(text, end + 1)))
		end = char_class_word_end(text, end + 1, &digits);
	if (end - start > TOKEN_WORD_BYTES_MAX || text_char_at(text, word).class != CLASS_LETTER)
		return false;
	return token_write(scanner, token, type, start, end);
}

bool
token_read_markup(TokenScanner *scanner, uint32_t start, Token *token)
{
	switch (scanner->text.data[start])
	{
		case '<':
			return read_tag(scanner, start, token);
		case '&':
			return read_entity(scanner, start, token);
		case '#':
			return read_tagged(scanner, start, TOKEN_HASHTAG, token);
		case '@':
			return read_tagged(scanner, start, TOKEN_HANDLE, token);
		default:
			return false; /* their fullwidth forms */
	}
}
