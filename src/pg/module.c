/*
 * module.c
 *	  The library as the server loads it: its magic block and its settings.
 */
#include "postgres.h"

#include "fmgr.h"

#include "pg/request.h"

PG_MODULE_MAGIC;

PGDLLEXPORT void _PG_init(void);

void
_PG_init(void)
{
	request_define_settings();
}
