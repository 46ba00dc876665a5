#!/usr/bin/env python3
"""Writes src/html/entity_gen.c: the named character references of HTML.

Usage: tools/generate_entities.py > src/html/entity_gen.c

The source is html.entities.html5 of Python's standard library, which is the table of the WHATWG
HTML Standard, section 13.5 (2231 names: 2125 with ';', 106 of them also without).
"""

import html.entities
import sys

HEADER = """\
/*
 * entity_gen.c
 *	  The named character references of HTML, sorted by name, and where each first letter starts.
 *
 * Made by tools/generate_entities.py from html.entities.html5 of Python's standard library, which
 * is the table of the WHATWG HTML Standard, section 13.5.  Offsets instead of pointers: nothing has
 * to be relocated when the library is loaded.  Do not edit.
 */
#include "html/entity_internal.h"

/* clang-format off */

"""


def escape(text):
    return "".join(f"\\x{byte:02X}" for byte in text.encode())


def write_entities(names):
    offset = 0
    print("const Entity entity_table[] = {")
    for name in names:
        text = html.entities.html5[name + ";"]
        legacy = "true" if name in html.entities.html5 else "false"
        print(f'\t{{{offset}, {len(name)}, {len(text.encode())}, {legacy}, "{escape(text)}"}}, '
              f"/* {name} */")
        offset += len(name)
    print("};\n")


def write_names(names):
    print("const char entity_names[] =")
    line = ""
    for name in names:
        if len(line) + len(name) > 90:
            print(f'\t"{line}"')
            line = ""
        line += name
    print(f'\t"{line}";\n')


def write_starts(names):
    """starts[c - 'A'] is the first entity whose name starts with c or a later letter."""
    print("const uint16_t entity_starts[] = {")
    for code in range(ord("A"), ord("z") + 2):
        print(f"\t{sum(name[0] < chr(code) for name in names)}, /* {chr(code)} */")
    print("};")


def main():
    names = sorted(name[:-1] for name in html.entities.html5 if name.endswith(";"))
    sys.stdout.write(HEADER)
    write_entities(names)
    write_names(names)
    write_starts(names)


main()
