/*
 * fault.c
 *	  A module for tests: makes the n-th allocation of this backend fail, once.
 *
 *	  fault_arm(kind, n)	from now on; kind: 'palloc' (the library's calls of the server's allocators),
 *							'malloc' (the server's of malloc), 'icu' (ICU's of malloc), 'own' (the
 *							library's of malloc, for libxml2)
 *	  fault_disarm()		no more; returns how many allocations there were: less than n, and none failed
 *
 * It writes its own functions into the tables through which the loaded objects call others (ELF's
 * relocations), so that nobody else's allocations are counted, and nothing needs to be preloaded.
 */
#include "postgres.h"

#include <link.h>
#include <sys/mman.h>
#include <unistd.h>

#include "fmgr.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

PG_MODULE_MAGIC;

typedef enum FaultKind
{
	FAULT_PALLOC,
	FAULT_MALLOC,
	FAULT_ICU,
	FAULT_OWN,
	FAULT_NONE
} FaultKind;

static const char *const kind_names[] = {"palloc", "malloc", "icu", "own"};

static FaultKind armed = FAULT_NONE;
static int64 nth;
static int64 seen;

/* Is this the allocation that is to fail? */
static bool
fails(FaultKind kind)
{
	return kind == armed && ++seen == nth;
}

static void
fail_palloc(void)
{
	if (fails(FAULT_PALLOC))
		ereport(ERROR, (errcode(ERRCODE_OUT_OF_MEMORY), errmsg("out of memory"),
						errdetail("Fault injected at allocation %lld.", (long long) seen)));
}

/* ---------------------------------------------------------------- instead of the server's */

static void *
fault_palloc(Size size)
{
	fail_palloc();
	return palloc(size);
}

static void *
fault_palloc0(Size size)
{
	fail_palloc();
	return palloc0(size);
}

static void *
fault_repalloc(void *pointer, Size size)
{
	fail_palloc();
	return repalloc(pointer, size);
}

static void *
fault_repalloc_huge(void *pointer, Size size)
{
	fail_palloc();
	return repalloc_huge(pointer, size);
}

static void *
fault_context_alloc(MemoryContext context, Size size)
{
	fail_palloc();
	return MemoryContextAlloc(context, size);
}

static void *
fault_context_zero(MemoryContext context, Size size)
{
	fail_palloc();
	return MemoryContextAllocZero(context, size);
}

static void *
fault_context_huge(MemoryContext context, Size size)
{
	fail_palloc();
	return MemoryContextAllocHuge(context, size);
}

static void *
fault_context_extended(MemoryContext context, Size size, int flags)
{
	if ((flags & MCXT_ALLOC_NO_OOM) == 0)
		fail_palloc();
	else if (fails(FAULT_PALLOC))
		return NULL;
	return MemoryContextAllocExtended(context, size, flags);
}

static MemoryContext
fault_context_create(MemoryContext parent, const char *name, Size least, Size first, Size most)
{
	fail_palloc();
	return AllocSetContextCreateInternal(parent, name, least, first, most);
}

static text *
fault_text(const char *data, int len)
{
	fail_palloc();
	return cstring_to_text_with_len(data, len);
}

static char *
fault_pnstrdup(const char *data, Size len)
{
	fail_palloc();
	return pnstrdup(data, len);
}

static struct varlena *
fault_detoast(struct varlena *value)
{
	fail_palloc();
	return pg_detoast_datum_packed(value);
}

/* ---------------------------------------------------------------- instead of malloc */

static void *
fault_malloc(size_t size)
{
	return fails(FAULT_MALLOC) ? NULL : malloc(size);
}

static void *
fault_calloc(size_t count, size_t size)
{
	return fails(FAULT_MALLOC) ? NULL : calloc(count, size);
}

static void *
fault_realloc(void *pointer, size_t size)
{
	return fails(FAULT_MALLOC) ? NULL : realloc(pointer, size);
}

static void *
fault_icu_malloc(size_t size)
{
	return fails(FAULT_ICU) ? NULL : malloc(size);
}

static void *
fault_icu_realloc(void *pointer, size_t size)
{
	return fails(FAULT_ICU) ? NULL : realloc(pointer, size);
}

static void *
fault_own_malloc(size_t size)
{
	return fails(FAULT_OWN) ? NULL : malloc(size);
}

static void *
fault_own_calloc(size_t count, size_t size)
{
	return fails(FAULT_OWN) ? NULL : calloc(count, size);
}

/* ---------------------------------------------------------------- getting in between */

typedef struct Replacement
{
	const char *object; /* part of its file's name; "" is the server */
	const char *name;
	void *function;
	bool done;
} Replacement;

static Replacement replacements[] = {
	{"/article.so", "palloc", fault_palloc, false},
	{"/article.so", "palloc0", fault_palloc0, false},
	{"/article.so", "repalloc", fault_repalloc, false},
	{"/article.so", "repalloc_huge", fault_repalloc_huge, false},
	{"/article.so", "MemoryContextAlloc", fault_context_alloc, false},
	{"/article.so", "MemoryContextAllocZero", fault_context_zero, false},
	{"/article.so", "MemoryContextAllocHuge", fault_context_huge, false},
	{"/article.so", "MemoryContextAllocExtended", fault_context_extended, false},
	{"/article.so", "AllocSetContextCreateInternal", fault_context_create, false},
	{"/article.so", "cstring_to_text_with_len", fault_text, false},
	{"/article.so", "pnstrdup", fault_pnstrdup, false},
	{"/article.so", "pg_detoast_datum_packed", fault_detoast, false},
	{"/article.so", "malloc", fault_own_malloc, false},
	{"/article.so", "calloc", fault_own_calloc, false},
	{"", "malloc", fault_malloc, false},
	{"", "calloc", fault_calloc, false},
	{"", "realloc", fault_realloc, false},
	{"/libicuuc.so", "malloc", fault_icu_malloc, false},
	{"/libicuuc.so", "realloc", fault_icu_realloc, false},
	{"/libicui18n.so", "malloc", fault_icu_malloc, false},
};

/* Addresses in the dynamic section may be relative to where the object was loaded. */
static const void *
at(const struct dl_phdr_info *object, ElfW(Addr) address)
{
	return (const void *) (address < object->dlpi_addr ? object->dlpi_addr + address : address);
}

static void
replace(const struct dl_phdr_info *object, ElfW(Addr) place, const char *name)
{
	uintptr_t page_size = (uintptr_t) sysconf(_SC_PAGESIZE);

	for (int i = 0; i < lengthof(replacements); i++)
	{
		Replacement *replacement = &replacements[i];
		void **slot = (void **) (object->dlpi_addr + place);
		bool is_object = replacement->object[0] == '\0'
							 ? object->dlpi_name[0] == '\0'
							 : strstr(object->dlpi_name, replacement->object) != NULL;

		if (!is_object || strcmp(name, replacement->name) != 0)
			continue;
		if (mprotect((void *) ((uintptr_t) slot & ~(page_size - 1)), page_size,
					 PROT_READ | PROT_WRITE) != 0)
			elog(ERROR, "mprotect: %m");
		*slot = replacement->function;
		replacement->done = true;
	}
}

static void
replace_all(const struct dl_phdr_info *object, const ElfW(Rela) * relocation, size_t bytes,
			const ElfW(Sym) * symbols, const char *names)
{
	for (size_t i = 0; relocation != NULL && i < bytes / sizeof(*relocation); i++)
	{
		size_t symbol = ELF64_R_SYM(relocation[i].r_info);

		if (symbol != 0 && relocation[i].r_addend == 0)
			replace(object, relocation[i].r_offset, names + symbols[symbol].st_name);
	}
}

static int
visit(struct dl_phdr_info *object, size_t size, void *context)
{
	const ElfW(Dyn) *entry = NULL;
	const void *found[DT_NUM] = {NULL};
	size_t bytes[DT_NUM] = {0};

	for (int i = 0; i < object->dlpi_phnum; i++)
		if (object->dlpi_phdr[i].p_type == PT_DYNAMIC)
			entry = (const void *) (object->dlpi_addr + object->dlpi_phdr[i].p_vaddr);
	for (; entry != NULL && entry->d_tag != DT_NULL; entry++)
	{
		if (entry->d_tag < 0 || entry->d_tag >= DT_NUM)
			continue;
		bytes[entry->d_tag] = entry->d_un.d_val;
		if (entry->d_tag == DT_RELA || entry->d_tag == DT_JMPREL || entry->d_tag == DT_SYMTAB ||
			entry->d_tag == DT_STRTAB)
			found[entry->d_tag] = at(object, entry->d_un.d_ptr);
	}
	replace_all(object, found[DT_RELA], bytes[DT_RELASZ], found[DT_SYMTAB], found[DT_STRTAB]);
	replace_all(object, found[DT_JMPREL], bytes[DT_PLTRELSZ], found[DT_SYMTAB], found[DT_STRTAB]);
	return 0;
}

/* ---------------------------------------------------------------- SQL */

PG_FUNCTION_INFO_V1(fault_arm);
Datum
fault_arm(PG_FUNCTION_ARGS)
{
	static bool installed = false;
	char *kind = text_to_cstring(PG_GETARG_TEXT_PP(0));
	FaultKind wanted = FAULT_PALLOC;

	if (!installed)
		dl_iterate_phdr(visit, NULL);
	for (int i = 0; !installed && i < lengthof(replacements); i++)
		if (!replacements[i].done)
			elog(DEBUG1, "%s does not call %s", replacements[i].object, replacements[i].name);
	installed = true;
	while (wanted < FAULT_NONE && strcmp(kind_names[wanted], kind) != 0)
		wanted++;
	pfree(kind);
	nth = PG_GETARG_INT64(1);
	seen = 0;
	armed = wanted;
	PG_RETURN_VOID();
}

PG_FUNCTION_INFO_V1(fault_disarm);
Datum
fault_disarm(PG_FUNCTION_ARGS)
{
	armed = FAULT_NONE;
	PG_RETURN_INT64(seen);
}
