/*
 * rule_host.c
 *	  See rule_host.h.
 */
#include "rules/rule_host.h"

#include "html/url.h"

/* The host of an address in lowercase, without a final dot or "www."; may be empty. */
static Str
host_of(Arena *arena, Str url)
{
	Str absolute = url_resolve(arena, STR_NONE, url);
	Str host;

	if (absolute.data == NULL && str_find(url, STR(":")) < 0)
		absolute = url_resolve(arena, STR_NONE, str_concat(arena, STR("http://"), str_trim(url)));
	host = url_host(absolute);
	if (host.len > 0 && host.data[host.len - 1] == '.')
		host.len--;
	return str_starts_ascii(host, STR("www.")) ? str_sub(host, 4, host.len) : host;
}

void
rule_host_names(StrList *names, Arena *arena, Str url)
{
	Str host = host_of(arena, url);
	uint32_t labels = 1;

	if (host.len == 0)
		return;
	for (uint32_t i = 0; i < host.len; i++)
		labels += host.data[i] == '.';
	if (labels <= RULE_HOST_LABELS)
		strlist_add(names, arena, host);
	for (uint32_t i = 0; i < host.len; i++)
		if (host.data[i] == '.' && --labels < RULE_HOST_LABELS)
			strlist_add(names, arena, str_sub(host, i, host.len));
}
