/*
 * fuzz_rules.c
 *	  Any bytes are rules, and those after the first NUL the page that they are for: whatever they
 *	  say, the article and its views keep the properties that they have without rules, and the time
 *	  is bounded.  A text of rules has the same notes each time it is read.
 */
#include "article_checks.h"

#include "html/encoding.h"
#include "pg/json.h"
#include "rules/rule_set.h"

/* A page for inputs that have none. */
static const char sample[] =
	"<html><head><title>Le port | La Gazette</title><link rel=next href=/port?page=2>"
	"<meta property=og:title content='Le port'><script type=application/ld+json>"
	"{\"@type\":\"NewsArticle\",\"headline\":\"Le vieux port\"}</script></head><body>"
	"<nav class=menu><a href=/>Accueil</a></nav><article id=story><h1>Le port</h1>"
	"<p class=who>Par Anne Vidal</p><time datetime=2023-03-12T14:30>12 mars 2023</time>"
	"<div class=text><p>Le vieux port a rouvert ce matin <span class=ad>PUB</span> devant une "
	"foule "
	"venue nombreuse malgr\xC3\xA9 la pluie et le vent.</p><figure><img src=/port.jpg><figcaption>"
	"Le quai</figcaption></figure><ul class=share><li>Partager</li></ul><p>Le march\xC3\xA9 a "
	"dur\xC3\xA9 jusqu'\xC3\xA0 midi.</p><table><tr><td>a</td><td>b</td></tr></table></div>"
	"</article></body></html>";

static void
check_notes(Arena *arena, const RuleFile *file, Str text)
{
	RuleFile again;

	rule_file_read(&again, arena, text);
	fuzz_check(again.count == file->count && again.nnotes <= file->nnotes);
	for (uint32_t i = 0; i < file->nnotes; i++)
	{
		fuzz_check(i == 0 || file->notes[i - 1].line <= file->notes[i].line);
		fuzz_check(file->notes[i].message != NULL);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	ArticleOptions options = {.zone_offset = fuzz_one_hour, .json = json_parse_events};
	Reader reader;
	RuleSet *set;
	Arena arena;
	Str input;
	Str rules;

	arena_init(&arena, arena_malloc);
	input = str_copy(&arena, fuzz_input(data, size));
	rules = encoding_decode(&arena, fuzz_take_until(&input, '\0'), STR("utf-8")).text;
	if (input.len == 0)
		input = str_cstr(sample);
	set = rule_set_read(&arena, rules);
	rule_set_compile(set, &arena);
	check_notes(&arena, &set->file, rules);
	options.url = STR("https://journal.example/2017/12/28/article.html");
	options.rules = &set->rules;
	fuzz_check(article_read(&reader, &arena, encoding_decode(&arena, input, STR_NONE).text,
							&options) == PAGE_OK);
	fuzz_check_article(&reader.article);
	if (size % 4 == 0)
		fuzz_check_views(&reader);
	rule_set_free(set);
	arena_free(&arena);
	return 0;
}
