/*
 * sniff_lines.c
 *	  See sniff.h: recognises program text, configuration and tables by the shapes of their lines.
 *
 * A line is code by what no sentence has: an assignment, a key with a colon, a call, a brace at its
 * end. Comments say nothing; words after words are prose. A document is code if most of it is such
 * lines and hardly any prose; whatever has sentences of its own is never code, so that an article
 * about programming remains one, whatever it shows between its paragraphs.
 */
#include "base/array.h"
#include "html/sniff.h"

/* Words in a row that make a line prose, and bytes of one word in scripts without spaces. */
#define PROSE_WORDS 5
#define PROSE_BYTES 36
/* Prose has less than one mark of code per this many bytes. */
#define BYTES_A_MARK 12

/* Digits of a figure that is data. */
#define FIGURE_DIGITS 6

/* A sentence has at least this many bytes and words; a document of two, or a long one, is a text. */
#define SENTENCE_BYTES 60
#define SENTENCE_WORDS 8
#define MOST_SENTENCES 1
#define MOST_SENTENCE_BYTES 200

/*
 * Least percentage of bytes, or of lines, that are code, and highest of prose.  Over 1582 files of
 * programs and settings, and 3800 articles as plain text, of which none may be lost.
 */
#define LEAST_CODE_BYTES 50
#define LEAST_CODE_LINES 60
#define MOST_PROSE 25
/* Fewest lines of code, and of a document that is judged by its lines. */
#define FEWEST_CODE 3
#define FEWEST_LINES 8

typedef enum LineKind
{
	LINE_SILENT, /* blank, or a comment */
	LINE_CODE,
	LINE_HALF, /* one sign of code, which a sentence may have too */
	LINE_PROSE,
	LINE_OTHER,
	LINE_KINDS
} LineKind;

typedef struct LineCount
{
	uint32_t lines[LINE_KINDS];
	uint32_t bytes[LINE_KINDS];
	uint32_t sentences;
	uint32_t sentence_bytes;
	bool patch;	 /* has the line before the first change of a diff */
	bool markup; /* a line begins with a tag */
	Str closing; /* of the comment of several lines that is open; data NULL if none */
} LineCount;

/* ---------------------------------------------------------------- characters */

static bool
is_high(char c)
{
	return (c & 0x80) != 0;
}

static bool
is_letter(char c)
{
	return ascii_alpha(c) || is_high(c);
}

/* May a name in a program contain it? */
static bool
is_name(char c)
{
	return ascii_alpha(c) || ascii_digit(c) || c == '_';
}

static bool
is_among(char c, const char *set)
{
	return c != '\0' && strchr(set, c) != NULL;
}

static char
byte_at(Str line, uint32_t at)
{
	return at < line.len ? line.data[at] : '\0';
}

/* ---------------------------------------------------------------- words */

/* Is a token between spaces a word of prose, with the punctuation of prose around it? */
static bool
is_word(Str token)
{
	while (token.len > 0 && is_among(token.data[0], "(\"'"))
		token = str_sub(token, 1, token.len);
	while (token.len > 0 && is_among(token.data[token.len - 1], ",.;:!?)\"'"))
		token.len--;
	for (uint32_t i = 0; i < token.len; i++)
		if (!is_letter(token.data[i]) && (i == 0 || !is_among(token.data[i], "'-")))
			return false;
	return token.len > 0;
}

typedef struct WordCount
{
	uint32_t words;
	uint32_t row; /* the longest row of words */
} WordCount;

static WordCount
count_words(Str line)
{
	WordCount count = {0};
	uint32_t row = 0;

	for (uint32_t i = 0; i < line.len;)
	{
		uint32_t from = i = str_skip_space(line, i);
		uint32_t high = 0;

		for (; i < line.len && !ascii_space(line.data[i]); i++)
			high += is_high(line.data[i]);
		if (high >= PROSE_BYTES) /* a sentence without spaces */
			row += SENTENCE_WORDS;
		else if (!is_word(str_sub(line, from, i - from)))
			row = 0;
		else
			row++;
		count.words += row > 0;
		if (row > count.row)
			count.row = row;
	}
	return count;
}

static uint32_t
count_marks(Str line)
{
	uint32_t marks = 0;

	for (uint32_t i = 0; i < line.len; i++)
		marks += is_among(line.data[i], "{}=;()[]<>|&$\\_");
	return marks;
}

static bool
is_prose(Str line, WordCount words)
{
	return words.row >= PROSE_WORDS && count_marks(line) * BYTES_A_MARK < line.len;
}

/* Is a line, as it stands, a sentence of its own, or several? */
static bool
is_sentence(Str line, WordCount words)
{
	char first = byte_at(line, 0);
	char last = line.len > 0 ? line.data[line.len - 1] : '\0';

	return line.len >= SENTENCE_BYTES && (is_high(first) || (first >= 'A' && first <= 'Z')) &&
		   (is_high(last) || is_among(last, ".!?:\"")) &&
		   (words.words >= SENTENCE_WORDS || words.row >= SENTENCE_WORDS);
}

/* ---------------------------------------------------------------- comments */

/* The end of a comment of several lines that a line opens; data NULL if it opens none. */
static Str
opens_comment(Str line)
{
	static const struct
	{
		Str opening;
		Str closing;
	} comments[] = {
		{{"/*", 2}, {"*/", 2}},		 {{"\"\"\"", 3}, {"\"\"\"", 3}},  {{"'''", 3}, {"'''", 3}},
		{{"=head", 5}, {"=cut", 4}}, {{"=pod", 4}, {"=cut", 4}},	  {{"=item", 5}, {"=cut", 4}},
		{{"=over", 5}, {"=cut", 4}}, {{"=encoding", 9}, {"=cut", 4}}, {{"<!--", 4}, {"-->", 3}},
	};

	for (size_t i = 0; i < lengthof(comments); i++)
	{
		uint32_t len = comments[i].opening.len;

		if (str_equal(str_sub(line, 0, len), comments[i].opening))
			return str_find(str_sub(line, len, line.len), comments[i].closing) < 0
					   ? comments[i].closing
					   : STR_NONE;
	}
	return STR_NONE;
}

static bool
is_comment(Str line)
{
	static const Str openings[] = {{"#", 1},   {"//", 2},	{"/*", 2},	{"*", 1},
								   {"--", 2},  {";", 1},	{"%", 1},	{"\"\"\"", 3},
								   {"'''", 3}, {"REM ", 4}, {"rem ", 4}};

	if (str_equal(str_sub(line, 0, 2), STR("--")) && is_name(byte_at(line, 2)))
		return false; /* an option */
	for (size_t i = 0; i < lengthof(openings); i++)
		if (str_equal(str_sub(line, 0, openings[i].len), openings[i]))
			return true;
	return false;
}

/* ISO/IEC 9899, 6.10 */
static bool
is_preprocessed(Str line)
{
	static const Str directives[] = {{"#include", 8}, {"#define", 7}, {"#if", 3},
									 {"#else", 5},	  {"#endif", 6},  {"#pragma", 7},
									 {"#undef", 6},	  {"#import", 7}};

	for (size_t i = 0; i < lengthof(directives); i++)
		if (str_equal(str_sub(line, 0, directives[i].len), directives[i]))
			return true;
	return false;
}

/* ---------------------------------------------------------------- signs of code */

/* Does a line begin with a key, of one word, and a colon? "indented": white space precedes it. */
static bool
begins_with_key(Str line, bool indented)
{
	uint32_t i = byte_at(line, 0) == '-' && byte_at(line, 1) == ' ' ? 2 : 0;
	char quote = byte_at(line, i);
	char first;

	if (quote == '"' || quote == '\'')
		i++;
	first = byte_at(line, i);
	if (!is_name(first) && first != '$')
		return false;
	while (is_name(byte_at(line, i)) || is_among(byte_at(line, i), ".-/$"))
		i++;
	i += byte_at(line, i) == quote && (quote == '"' || quote == '\'');
	if (byte_at(line, i) != ':' || (i + 1 < line.len && byte_at(line, i + 1) != ' '))
		return false;
	return indented || (first >= 'a' && first <= 'z') || first == '_' || i + 1 == line.len;
}

static bool
is_assignment(Str line)
{
	uint32_t i = 0;

	while (is_name(byte_at(line, i)) || is_among(byte_at(line, i), ".$@%-[]'\""))
		i++;
	if (i == 0)
		return false;
	i += byte_at(line, i) == ' ';
	i += is_among(byte_at(line, i), ":+-*/|&.?") && byte_at(line, i + 1) == '=';
	return byte_at(line, i) == '=';
}

/* Is it nothing but a name in brackets, or the place of a change in a diff? */
static bool
is_section(Str line)
{
	return (byte_at(line, 0) == '[' && line.data[line.len - 1] == ']' &&
			memchr(line.data, ' ', line.len) == NULL) ||
		   (str_equal(str_sub(line, 0, 3), STR("@@ ")) &&
			str_find(str_sub(line, 3, line.len), STR("@@")) >= 0);
}

/* Does it end as a statement or a block does, or is it nothing but closing brackets? */
static bool
ends_as_code(Str line)
{
	char last = line.data[line.len - 1];
	uint32_t i = 0;

	if (is_among(last, "{}\\(["))
		return true;
	if (last == ';' && line.len > 1 && !ascii_space(line.data[line.len - 2]))
		return true;
	while (is_among(byte_at(line, i), ")}],;"))
		i++;
	return i == line.len;
}

/* A call, a member, a variable: one sign, since prose has "mot(s)" too. */
static bool
has_call(Str line)
{
	for (uint32_t i = 0; i + 1 < line.len; i++)
	{
		char c = line.data[i];
		char next = line.data[i + 1];
		bool name = is_name(c);

		if (name && (next == '(' || (next == '[' && is_name(byte_at(line, i + 2)))))
			return true;
		if (is_among(c, "$%") && is_name(next))
			return true;
		if (i > 0 && ((c == '-' && next == '>') || (c == ':' && next == ':')) &&
			is_name(line.data[i - 1]))
			return true;
	}
	return false;
}

/* A name of several words, or an operator of two marks. */
static bool
has_name(Str line)
{
	static const Str operators[] = {{"&&", 2}, {"||", 2}, {"!=", 2}, {"==", 2}, {"+=", 2}};
	uint32_t dots = 0;

	for (uint32_t i = 1; i + 1 < line.len; i++)
	{
		char before = line.data[i - 1];
		char c = line.data[i];
		char after = line.data[i + 1];
		bool lower = before >= 'a' && before <= 'z' && after >= 'a' && after <= 'z';

		if (lower && (c == '_' || (c >= 'A' && c <= 'Z')))
			return true;
		if (before == '-' && c == '-' && is_name(after))
			return true;
		dots = c == '.' && is_name(before) && is_name(after) ? dots + 1 : is_name(c) ? dots : 0;
		if (dots > 1)
			return true;
	}
	for (size_t i = 0; i < lengthof(operators); i++)
		if (str_find(line, operators[i]) >= 0)
			return true;
	return byte_at(line, 0) == '<' && (is_name(byte_at(line, 1)) || byte_at(line, 1) == '/');
}

/* A path of a file: two slashes among names, without a space. */
static bool
has_path(Str line)
{
	uint32_t slashes = 0;

	for (uint32_t i = 0; i + 1 < line.len; i++)
	{
		if (ascii_space(line.data[i]))
			slashes = 0;
		else if (line.data[i] == '/' && is_name(line.data[i + 1]))
			slashes++;
		if (slashes > 1)
			return true;
	}
	return false;
}

/* A string of a program: a quote beside another mark, or at the end. */
static bool
has_string(Str line)
{
	for (uint32_t i = 0; i + 1 < line.len; i++)
		if ((is_among(line.data[i], "=([{,") && is_among(line.data[i + 1], "'\"")) ||
			(is_among(line.data[i], "'\"") && is_among(line.data[i + 1], ",)]};")))
			return true;
	return is_among(line.data[line.len - 1], "'\"");
}

/*
 * Is it figures, with few letters, one of them longer than a time or a result?  Lines of times are in
 * timetables, those of results in the sports pages.
 */
static bool
is_figures(Str line)
{
	uint32_t digits = 0;
	uint32_t letters = 0;
	uint32_t token = 0;
	uint32_t longest = 0;

	for (uint32_t i = 0; i < line.len; i++)
	{
		bool digit = ascii_digit(line.data[i]);

		digits += digit;
		letters += is_letter(line.data[i]);
		token = ascii_space(line.data[i]) || line.data[i] == ',' ? 0 : token + digit;
		if (token > longest)
			longest = token;
	}
	return digits * 10 >= line.len * 4 && letters * 100 <= line.len * 35 &&
		   longest >= FIGURE_DIGITS;
}

/* Does a line show an address of the web, which has the marks of names and paths? */
static bool
has_address(Str line)
{
	return str_find(line, STR("://")) >= 0 || str_find(line, STR("www.")) >= 0;
}

static LineKind
kind_of(const LineCount *count, Str line, bool indented, WordCount words)
{
	uint32_t signs;

	if (is_preprocessed(line))
		return LINE_CODE;
	if (is_comment(line) && !(count->patch && byte_at(line, 0) == '-'))
		return LINE_SILENT;
	if (count->patch && is_among(byte_at(line, 0), "+-") && line.len > 1)
	{
		indented = line.data[1] == ' ';
		line = str_trim(str_sub(line, 1, line.len));
		if (line.len == 0)
			return LINE_SILENT;
	}
	if (begins_with_key(line, indented))
		return LINE_CODE;
	if (is_prose(line, words))
		return LINE_PROSE;
	signs = 2 * (is_assignment(line) + ends_as_code(line) + is_section(line) + is_figures(line)) +
			has_call(line) + has_string(line);
	if (!has_address(line))
		signs += has_name(line) + has_path(line);
	return signs > 1 ? LINE_CODE : signs > 0 ? LINE_HALF : LINE_OTHER;
}

/* ---------------------------------------------------------------- tables */

/* Lines of a table that are looked at, and fewest. */
#define TABLE_LINES 200
#define FEWEST_ROWS 5
/* A cell has fewer bytes on average. */
#define CELL_BYTES 40

typedef struct Table
{
	char delimiter;
	uint32_t columns; /* delimiters of the first line */
	uint32_t rows;
	uint32_t even; /* rows with as many as the first */
	uint32_t bytes;
	uint32_t prose;
	uint32_t spaced; /* delimiters before a space */
} Table;

static void
count_row(Table *table, Str line)
{
	uint32_t found = 0;

	for (uint32_t i = 0; i < line.len; i++)
		if (line.data[i] == table->delimiter)
		{
			found++;
			table->spaced += byte_at(line, i + 1) == ' ';
		}
	if (table->rows++ == 0)
		table->columns = found;
	table->even += found == table->columns;
	table->bytes += line.len;
	table->prose += is_prose(line, count_words(line));
}

/* Are nine of ten lines rows of the same number of short cells? */
static bool
is_table(Str text, char delimiter)
{
	Table table = {.delimiter = delimiter};

	while (text.len > 0 && table.rows < TABLE_LINES)
	{
		const char *end = memchr(text.data, '\n', text.len);
		uint32_t len = end != NULL ? (uint32_t) (end - text.data) : text.len;
		Str line = str_sub(text, 0, len);

		text = str_sub(text, len + 1, text.len);
		if (str_trim(line).len > 0)
			count_row(&table, line);
	}
	return table.columns > 1 && table.rows >= FEWEST_ROWS && table.even * 10 >= table.rows * 9 &&
		   table.bytes < table.rows * (table.columns + 1) * CELL_BYTES &&
		   table.prose * 10 < table.rows &&
		   (delimiter != ',' || table.spaced * 2 < table.rows * table.columns);
}

/* ---------------------------------------------------------------- documents */

static void
count_line(LineCount *count, Str line)
{
	Str shown = str_trim(line);
	WordCount words;
	LineKind kind;

	if (count->closing.data != NULL)
	{
		if (str_find(line, count->closing) >= 0)
			count->closing = STR_NONE;
		return;
	}
	count->closing = opens_comment(shown);
	if (shown.len == 0 || count->closing.data != NULL)
		return;
	count->markup |= shown.data[0] == '<' && shown.len > 2 &&
					 (ascii_alpha(shown.data[1]) || is_among(shown.data[1], "!/"));
	words = count_words(shown);
	if (is_sentence(line, words))
	{
		count->sentences++;
		count->sentence_bytes += line.len;
	}
	kind = kind_of(count, shown, ascii_space(line.data[0]), words);
	count->lines[kind]++;
	count->bytes[kind] += shown.len;
}

static LineCount
count_lines(Str text)
{
	LineCount count = {.patch = str_find(text, STR("\n@@ -")) >= 0};

	while (text.len > 0)
	{
		const char *end = memchr(text.data, '\n', text.len);
		uint32_t len = end != NULL ? (uint32_t) (end - text.data) : text.len;
		Str line = str_sub(text, 0, len);

		while (line.len > 0 && ascii_space(line.data[line.len - 1]))
			line.len--;
		count_line(&count, line);
		text = str_sub(text, len + 1, text.len);
	}
	return count;
}

/* Is most of these numbers code, and hardly any of them prose?  Half signs count half. */
static bool
is_mostly_code(const uint32_t *numbers, uint32_t least)
{
	uint32_t all =
		numbers[LINE_CODE] + numbers[LINE_HALF] + numbers[LINE_PROSE] + numbers[LINE_OTHER];
	uint64_t code = (uint64_t) numbers[LINE_CODE] * 2 + numbers[LINE_HALF];

	return code * 50 >= (uint64_t) all * least &&
		   (uint64_t) numbers[LINE_PROSE] * 100 <= (uint64_t) all * MOST_PROSE;
}

Str
sniff_lines(Str text)
{
	static const char delimiters[] = ",;\t|";
	LineCount count;
	uint32_t judged;

	text = str_sub(text, 0, SNIFF_LOOK);
	count = count_lines(text);
	if (count.markup || count.sentences > MOST_SENTENCES ||
		count.sentence_bytes > MOST_SENTENCE_BYTES)
		return STR_NONE;
	for (size_t i = 0; delimiters[i] != '\0'; i++)
		if (is_table(text, delimiters[i]))
			return STR("csv");
	judged = count.lines[LINE_CODE] + count.lines[LINE_HALF] + count.lines[LINE_PROSE] +
			 count.lines[LINE_OTHER];
	if (count.lines[LINE_CODE] < FEWEST_CODE ||
		count.lines[LINE_CODE] < count.lines[LINE_PROSE] * 2)
		return STR_NONE;
	if (is_mostly_code(count.bytes, LEAST_CODE_BYTES) ||
		(judged >= FEWEST_LINES && is_mostly_code(count.lines, LEAST_CODE_LINES) &&
		 count.bytes[LINE_PROSE] < count.bytes[LINE_CODE]))
		return STR("code");
	return STR_NONE;
}
