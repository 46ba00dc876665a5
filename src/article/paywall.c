/*
 * paywall.c
 *	  Does the page keep part of the article for those who pay?  What it declares decides; else the notice that it prints
 *	  where the text breaks off.
 */
#include "article/body.h"

/* How far behind the last kept block a notice may stand: share bars and tags come between. */
#define BLOCKS_AFTER_BODY 12

/* What such notices say, lower case (written for this project). */
static const char *const notices[] = {
	"abonnez-vous pour lire",
	"article réservé aux abonnés",
	"cet article est réservé",
	"contenu réservé aux abonnés",
	"der artikel ist nur für abonnenten",
	"diesen artikel weiterlesen",
	"exclusive to subscribers",
	"il vous reste",
	"is for subscribers only",
	"la suite est réservée",
	"lesen sie diesen artikel mit",
	"pour lire la suite",
	"read the full article with",
	"réservé à nos abonnés",
	"réservé aux abonnés",
	"réservée aux abonnés",
	"solo para suscriptores",
	"subscribe to continue reading",
	"subscribe to read",
	"this article is for subscribers",
	"to continue reading",
	"to read the full story",
	"weiterlesen mit",
};

bool
paywall_notice(Str text)
{
	for (size_t i = 0; i < sizeof(notices) / sizeof(notices[0]); i++)
		if (str_find_ascii(text, str_cstr(notices[i])) >= 0)
			return true;
	return false;
}

static bool
notice_printed(const Reader *reader)
{
	const Blocks *blocks = &reader->blocks;
	uint32_t from = reader->body_end > 0 ? reader->body_end - 1 : 0;

	for (uint32_t i = from; i < blocks->count && i < from + BLOCKS_AFTER_BODY; i++)
		if (blocks->items[i].chars < 300 && paywall_notice(blocks->items[i].text))
			return true;
	return false;
}

bool
paywall_found(Reader *reader)
{
	uint32_t i = 0;
	const Fact *fact;

	while ((fact = facts_next(&reader->facts, FACT_PAID, &i)) != NULL)
		if (fact->source != SOURCE_JSON_LD_OTHER)
			return str_equal(fact->text, STR("true"));
	return notice_printed(reader);
}
