#!/usr/bin/env python3
"""Writes src/html/encoding_label_gen.c: the labels of the WHATWG Encoding Standard.

Usage: tools/generate_encodings.py labels-to-names.json > src/html/encoding_label_gen.c

The input maps each label to the name of its encoding, as lib/labels-to-names.json of the npm
package whatwg-encoding 3.1.1 (MIT) does. It is made from the standard's own encodings.json but omits
three encodings; their labels are ADDED from section 4.2 of the standard.  Encodings that the standard
maps to "replacement", and ISO-8859-16, for which ICU has no converter, are LEFT_OUT: the page is then
decoded according to the next evidence.
"""

import json
import sys

LEFT_OUT = {"replacement", "ISO-8859-16"}

ADDED = {
    "csiso2022jp": "ISO-2022-JP",
    "csiso88598i": "ISO-8859-8-I",
    "iso-2022-jp": "ISO-2022-JP",
    "iso-8859-8-i": "ISO-8859-8-I",
    "logical": "ISO-8859-8-I",
    "x-mac-cyrillic": "x-mac-cyrillic",
    "x-mac-ukrainian": "x-mac-cyrillic",
}

HEADER = """\
/*
 * encoding_label_gen.c
 *	  The labels of the WHATWG Encoding Standard (section 4.2), sorted, with the encoding of each.
 *
 * Made by tools/generate_encodings.py from lib/labels-to-names.json of the npm package
 * whatwg-encoding 3.1.1, which is made from https://encoding.spec.whatwg.org/encodings.json, and
 * from the standard itself.  "replacement" and ISO-8859-16 are left out.  Do not edit.
 */
#include "base/array.h"
#include "html/encoding_internal.h"

/* clang-format off */

const EncodingLabel encoding_labels[] = {
"""


def identifier(name):
    return "ENCODING_" + name.upper().replace("-", "_")


def main():
    with open(sys.argv[1], encoding="utf-8") as source:
        names = {**json.load(source), **ADDED}
    labels = sorted(label for label in names if names[label] not in LEFT_OUT)
    sys.stdout.write(HEADER)
    for label in labels:
        sys.stdout.write(f'\t{{"{label}", {identifier(names[label])}}},\n')
    sys.stdout.write("};\n\n")
    sys.stdout.write("const uint32_t encoding_label_count = "
                     "lengthof(encoding_labels);\n")


main()
