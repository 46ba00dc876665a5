/*
 * generate_given_names.c
 *	  Writes src/article/author/given_name_gen.c from a list of given names on standard input, one a
 *	  line; tools/tables.sh compiles and runs it.
 */
#include <stdio.h>
#include <string.h>

#include "article/author/given_name.h"
#include "text/compare.h"

static uint64_t filter[GIVEN_NAME_WORDS];

int
main(void)
{
	char line[256];
	char key[sizeof(line) * COMPARE_GROWTH];

	while (fgets(line, sizeof(line), stdin) != NULL)
	{
		Str name;

		line[strcspn(line, "\n")] = '\0';
		name = compare_solid_key_to(key, str_cstr(line));
		for (uint32_t i = 0; i < GIVEN_NAME_PROBES && name.len > 1; i++)
		{
			uint32_t bit = given_name_bit(name, i);

			filter[bit / 64] |= UINT64_C(1) << bit % 64;
		}
	}
	puts("/*\n"
		 " * given_name_gen.c\n"
		 " *\t  A Bloom filter of given names of some 70 countries; see given_name.h.\n"
		 " *\n"
		 " * Made by tools/generate_given_names.c from the locales of @faker-js/faker 10.6.0 "
		 "(MIT).  Do\n"
		 " * not edit.\n"
		 " */\n"
		 "#include \"article/author/given_name.h\"\n"
		 "\n"
		 "/* clang-format off */\n"
		 "const uint64_t given_name_filter[GIVEN_NAME_WORDS] = {");
	for (uint32_t i = 0; i < GIVEN_NAME_WORDS; i += 4)
		printf("\t0x%016llx, 0x%016llx, 0x%016llx, 0x%016llx,\n", (unsigned long long) filter[i],
			   (unsigned long long) filter[i + 1], (unsigned long long) filter[i + 2],
			   (unsigned long long) filter[i + 3]);
	puts("};\n/* clang-format on */");
	return 0;
}
