/*
 * kwic_span.c
 *	  See kwic.h.  One walk over the query joins the occurrences of its lexemes to those of its
 *	  phrases, as TS_phrase_execute does, but with the place in the text.
 */
#include "postgres.h"

#include "miscadmin.h"
#include "tsearch/ts_utils.h"

#include "base/search.h"
#include "pg/kwic.h"

/* A lexeme or prefix of the query, however often it is there, with its occurrences. */
typedef struct Slot
{
	const char *lexeme;
	int length;
	bool prefix;
	SpanList found;
} Slot;

struct SpanSearch
{
	TSQuery query;
	Slot *slots; /* lexemes sorted by length and bytes, then prefixes likewise */
	int count;
	int prefixes; /* the first prefix */
};

/* ---------------------------------------------------------------- the lexemes of the query */

static int
compare_keys(const char *a, int a_length, const char *b, int b_length)
{
	return a_length != b_length ? a_length - b_length : memcmp(a, b, a_length);
}

static int
compare_slots(const void *a, const void *b)
{
	const Slot *left = a;
	const Slot *right = b;

	if (left->prefix != right->prefix)
		return left->prefix ? 1 : -1;
	return compare_keys(left->lexeme, left->length, right->lexeme, right->length);
}

static int
unique_slots(Slot *slots, int count)
{
	int kept = 0;

	qsort(slots, count, sizeof(Slot), compare_slots);
	for (int i = 0; i < count; i++)
	{
		if (kept == 0 || compare_slots(&slots[i], &slots[kept - 1]) != 0)
			slots[kept++] = slots[i];
	}
	return kept;
}

SpanSearch *
span_search(TSQuery query)
{
	SpanSearch *search = palloc0(sizeof(SpanSearch));
	const QueryItem *items = GETQUERY(query);

	search->query = query;
	search->slots = palloc0(sizeof(Slot) * Max(query->size, 1));
	for (int i = 0; i < query->size; i++)
	{
		const QueryOperand *operand = &items[i].qoperand;

		if (items[i].type == QI_VAL)
			search->slots[search->count++] = (Slot){
				GETOPERAND(query) + operand->distance, operand->length, operand->prefix, {0}};
	}
	search->count = unique_slots(search->slots, search->count);
	while (search->prefixes < search->count && !search->slots[search->prefixes].prefix)
		search->prefixes++;
	return search;
}

/* Returns the slot of a lexeme or prefix, or NULL. */
static Slot *
find_slot(const SpanSearch *search, const char *lexeme, int length, bool prefix)
{
	Slot wanted = {lexeme, length, prefix, {0}};

	return bsearch(&wanted, search->slots, search->count, sizeof(Slot), compare_slots);
}

static bool
begins_with(Str term, const Slot *slot)
{
	return term.len >= (uint32) slot->length && memcmp(term.data, slot->lexeme, slot->length) == 0;
}

bool
span_search_wants(const SpanSearch *search, Str term)
{
	for (int i = search->prefixes; i < search->count; i++)
	{
		if (begins_with(term, &search->slots[i]))
			return true;
	}
	return find_slot(search, term.data, (int) term.len, false) != NULL;
}

/* ---------------------------------------------------------------- lists of spans */

static void
add_span(SpanList *list, const Span *span)
{
	if (list->count == list->size)
	{
		list->size = Max(16, list->size * 2);
		list->spans = list->spans == NULL
						  ? palloc(sizeof(Span) * (Size) list->size)
						  : repalloc_huge(list->spans, sizeof(Span) * (Size) list->size);
	}
	list->spans[list->count++] = *span;
}

void
span_search_add(SpanSearch *search, Str term, const Span *span)
{
	Slot *slot = find_slot(search, term.data, (int) term.len, false);

	if (slot != NULL)
		add_span(&slot->found, span);
	for (int i = search->prefixes; i < search->count; i++)
	{
		if (begins_with(term, &search->slots[i]))
			add_span(&search->slots[i].found, span);
	}
}

static int
compare_first(const void *a, const void *b)
{
	const Span *left = a;
	const Span *right = b;

	CHECK_FOR_INTERRUPTS();
	if (left->first != right->first)
		return left->first < right->first ? -1 : 1;
	return left->last < right->last ? -1 : left->last > right->last;
}

static int
compare_last(const void *a, const void *b)
{
	const Span *left = a;
	const Span *right = b;

	CHECK_FOR_INTERRUPTS();
	if (left->last != right->last)
		return left->last < right->last ? -1 : 1;
	return left->first < right->first ? -1 : left->first > right->first;
}

static void
add_spans(SpanList *list, SpanList more)
{
	for (int i = 0; i < more.count; i++)
		add_span(list, &more.spans[i]);
}

static void
free_spans(SpanList list)
{
	if (list.spans != NULL)
		pfree(list.spans);
}

/* Sorts a list by the first word of each span, and keeps each span once. */
static void
sort_spans(SpanList *list)
{
	int kept = 0;

	if (list->count > 1)
		qsort(list->spans, list->count, sizeof(Span), compare_first);
	for (int i = 0; i < list->count; i++)
	{
		if (kept == 0 || compare_first(&list->spans[i], &list->spans[kept - 1]) != 0)
			list->spans[kept++] = list->spans[i];
	}
	list->count = kept;
}

/* ---------------------------------------------------------------- the query */

/* Joins each left span to the right ones that begin "distance" words after its last one. */
static SpanList
join_phrase(SpanList left, SpanList right, int distance)
{
	SpanList joined = {0};
	int from = 0;

	if (left.count > 1)
		qsort(left.spans, left.count, sizeof(Span), compare_last);
	for (int i = 0; i < left.count; i++)
	{
		const Span *before = &left.spans[i];
		int wanted = before->last + distance;

		while (from < right.count && right.spans[from].first < wanted)
			from++;
		for (int k = from; k < right.count && right.spans[k].first == wanted; k++)
		{
			const Span *after = &right.spans[k];
			Span span = {before->first, after->last, Min(before->start, after->start),
						 Max(before->end, after->end)};

			add_span(&joined, &span);
		}
	}
	free_spans(left);
	free_spans(right);
	return joined;
}

/* Does a span of the list begin (or end) at a position?  It is sorted by these. */
static bool
is_at(SpanList list, int position, bool end)
{
	int low = 0;
	int high = list.count;

	SEARCH_FIRST(low, high, (end ? list.spans[middle].last : list.spans[middle].first) < position)
	return low < list.count && (end ? list.spans[low].last : list.spans[low].first) == position;
}

/*
 * Keeps the spans that none of the others follows at this distance, or that none precedes: a <->
 * !b, !b <-> a.
 */
static SpanList
keep_without(SpanList list, SpanList others, int distance, bool precedes)
{
	int kept = 0;

	if (precedes && others.count > 1)
		qsort(others.spans, others.count, sizeof(Span), compare_last);
	for (int i = 0; i < list.count; i++)
	{
		const Span *span = &list.spans[i];
		int position = precedes ? span->first - distance : span->last + distance;

		if (!is_at(others, position, precedes))
			list.spans[kept++] = *span;
	}
	list.count = kept;
	free_spans(others);
	return list;
}

/* Keeps the spans that both lists have: a lexeme and another one at the same position. */
static SpanList
keep_common(SpanList a, SpanList b)
{
	int kept = 0;

	for (int i = 0, k = 0; i < a.count; i++)
	{
		while (k < b.count && compare_first(&b.spans[k], &a.spans[i]) < 0)
			k++;
		if (k < b.count && compare_first(&b.spans[k], &a.spans[i]) == 0)
			a.spans[kept++] = a.spans[i];
	}
	a.count = kept;
	free_spans(b);
	return a;
}

static bool
is_not(const QueryItem *item)
{
	return item->type == QI_OPR && item->qoperator.oper == OP_NOT;
}

static SpanList find_spans(const SpanSearch *search, const QueryItem *item, bool in_phrase);

static SpanList
find_phrase(const SpanSearch *search, const QueryItem *item)
{
	const QueryItem *left = item + item->qoperator.left;
	const QueryItem *right = item + 1;
	int distance = item->qoperator.distance;

	if (is_not(left) && is_not(right))
		return (SpanList){0};
	if (is_not(left))
		return keep_without(find_spans(search, right, true), find_spans(search, left + 1, true),
							distance, true);
	if (is_not(right))
		return keep_without(find_spans(search, left, true), find_spans(search, right + 1, true),
							distance, false);
	return join_phrase(find_spans(search, left, true), find_spans(search, right, true), distance);
}

/*
 * Adds the matches of a part of the query to a list, in any order.  So a long row of alternatives
 * (PRES/30) is sorted once.
 */
static void
collect_spans(const SpanSearch *search, const QueryItem *item, bool in_phrase, SpanList *list)
{
	SpanList more;

	check_stack_depth();
	if (item->type == QI_VAL)
	{
		const QueryOperand *operand = &item->qoperand;
		const char *lexeme = GETOPERAND(search->query) + operand->distance;

		add_spans(list, find_slot(search, lexeme, operand->length, operand->prefix)->found);
		return;
	}
	if (is_not(item))
		return;
	if (item->qoperator.oper == OP_OR || (item->qoperator.oper == OP_AND && !in_phrase))
	{
		collect_spans(search, item + item->qoperator.left, in_phrase, list);
		collect_spans(search, item + 1, in_phrase, list);
		return;
	}
	if (item->qoperator.oper == OP_PHRASE)
		more = find_phrase(search, item);
	else
		more = keep_common(find_spans(search, item + item->qoperator.left, true),
						   find_spans(search, item + 1, true));
	add_spans(list, more);
	free_spans(more);
}

/* Returns the matches of a part of the query, each once, sorted by their first word. */
static SpanList
find_spans(const SpanSearch *search, const QueryItem *item, bool in_phrase)
{
	SpanList list = {0};

	collect_spans(search, item, in_phrase, &list);
	sort_spans(&list);
	return list;
}

/* By their start; of two that start together, the longer one first. */
static int
compare_places(const void *a, const void *b)
{
	const Span *left = a;
	const Span *right = b;

	CHECK_FOR_INTERRUPTS();
	if (left->start != right->start)
		return left->start < right->start ? -1 : 1;
	return left->end > right->end ? -1 : left->end < right->end;
}

SpanList
span_search_matches(SpanSearch *search)
{
	SpanList all = {0};
	uint32 end = 0;
	int kept = 0;

	if (search->query->size > 0)
		all = find_spans(search, GETQUERY(search->query), false);
	if (all.count > 1)
		qsort(all.spans, all.count, sizeof(Span), compare_places);
	for (int i = 0; i < all.count; i++)
	{
		if (all.spans[i].end <= end)
			continue;
		end = all.spans[i].end;
		all.spans[kept++] = all.spans[i];
	}
	all.count = kept;
	return all;
}
