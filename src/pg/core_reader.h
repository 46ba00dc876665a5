/*
 * core_reader.h
 *	  A page under work, for the files of pg/ that keep one or list what it holds; see core.h.
 */
#ifndef ARTICLE_PG_CORE_READER_H
#define ARTICLE_PG_CORE_READER_H

#include "pg/core.h"

#include "pg/core_names.h"

#include "article/reader.h"

#include "pg/core_names.h"

#endif
