/*
 * microdata_entry.c
 *	  The class names of hAtom 0.1 and of microformats2's h-entry as properties.
 */
#include "base/array.h"
#include "article/declared/microdata.h"

typedef struct EntryRule
{
	Str class;
	FactKind kind;
	const char *label;
} EntryRule;

static const EntryRule entry_rules[] = {
	{{"dt-published", 12}, FACT_PUBLISHED, "dt-published"},
	{{"dt-updated", 10}, FACT_MODIFIED, "dt-updated"},
	{{"entry-summary", 13}, FACT_DESCRIPTION, "entry-summary"},
	{{"entry-title", 11}, FACT_TITLE, "entry-title"},
	{{"p-author", 8}, FACT_AUTHOR, "p-author"},
	{{"p-category", 10}, FACT_TAG, "p-category"},
	{{"p-name", 6}, FACT_TITLE, "p-name"},
	{{"published", 9}, FACT_PUBLISHED, "hAtom published"},
	{{"updated", 7}, FACT_MODIFIED, "hAtom updated"},
};

static const EntryRule entry_date_rule = {{"entry-date", 10}, FACT_PUBLISHED, "entry-date"};

static const EntryRule *
entry_rule(Str word)
{
	for (size_t i = 0; i < lengthof(entry_rules); i++)
		if (word.len == entry_rules[i].class.len && str_equal_ascii(word, entry_rules[i].class))
			return &entry_rules[i];
	return NULL;
}

/* Themes add "updated" to the date of every entry, because hAtom requires that class. */
bool
is_entry_date(Str classes)
{
	return has_word(classes, STR("entry-date")) && has_word(classes, STR("updated")) &&
		   !has_word(classes, STR("published"));
}

bool
is_only_date(Str classes)
{
	return has_word(classes, STR("published")) && has_word(classes, STR("updated"));
}

static void
add_entry_fact(Reader *reader, uint32_t node, const Marks *marks, const EntryRule *rule)
{
	Str value =
		marks->datetime.len > 0 ? marks->datetime : page_attr(&reader->page, node, ATTR_title);

	if (value.len == 0 || (rule->kind != FACT_PUBLISHED && rule->kind != FACT_MODIFIED))
		value = short_text(reader, node);
	fact_add(reader, rule->kind, FACT_SOURCE_MICRODATA, rule->label, value, node);
}

void
entry_read(Reader *reader, uint32_t node, const Marks *marks)
{
	const EntryRule *rule = NULL;
	bool vcard = false;
	bool author = false;
	uint32_t pos = 0;
	Str word;

	while ((word = next_word(marks->class, &pos)).len > 0)
	{
		vcard = vcard || (word.len == 5 && str_equal_ascii(word, STR("vcard")));
		author = author || (word.len == 6 && str_equal_ascii(word, STR("author")));
		if (rule == NULL)
			rule = entry_rule(word);
	}
	if (vcard && author)
		fact_add(reader, FACT_AUTHOR, FACT_SOURCE_MICRODATA, "hAtom author",
				 short_text(reader, node), node);
	if (rule != NULL)
		add_entry_fact(reader, node, marks, is_entry_date(marks->class) ? &entry_date_rule : rule);
}
