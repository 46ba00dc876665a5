/*
 * strtable.h
 *	  A simplehash (lib/simplehash.h) whose keys are Str. Before it is included, SH_PREFIX,
 *	  SH_ELEMENT_TYPE and SH_KEY are defined; the element has a uint32 hash and a char status.
 * No #include guard: each inclusion defines one table.
 */
#include "common/hashfn.h"

#include "base/str.h"

#define SH_KEY_TYPE Str
#define SH_HASH_KEY(table, key) hash_bytes((const unsigned char *) (key).data, (int) (key).len)
#define SH_EQUAL(table, a, b) str_equal((a), (b))
#define SH_STORE_HASH
#define SH_GET_HASH(table, element) ((element)->hash)
#define SH_SCOPE static inline
#define SH_DECLARE
#define SH_DEFINE
#include "lib/simplehash.h"
