#!/bin/sh
# Checks that no files need each other in a circle. Prints what each file of a circle needs in it, and
# fails if there is one.
#
#   make && tools/circles.sh                   the extension, by the objects that make leaves in src/
#   make core && tools/circles.sh build/core   the core, by the objects in build/core/src/
#
# A .c file needs the one that defines a function or a table it uses; a header, the one it includes.
set -eu
cd "$(dirname "$0")/.."

objects=${1:-.}/src
found=$(find src -name '*.c' | sed "s|^src|$objects|; s|c\$|o|" |
	while read -r object; do [ ! -f "$object" ] || echo "$object"; done)
if [ -z "$found" ]; then
	echo "no objects in $objects: run make" >&2
	exit 2
fi

circles=$({
	nm -A $found | sed "s|^$objects/||; s|\.o:|.c |"
	find src -name '*.h' -exec grep -H '^#include "' {} + |
		sed 's|^src/\(.*\):#include "\(.*\)".*|\1 #include \2|'
} | awk '
	$2 == "#include" { need($1, $3); next }
	$2 == "U" { user[++uses] = $1; symbol[uses] = $3; next }
	$3 ~ /[TDRBVW]/ { home[$4] = $1 }
	function need(from, to) {
		if (from != to)
			needs[from, to] = 1
	}
	# A file that needs none, or that none needs, is in no circle. Without it, this is true of others.
	function peel(    edge, ends, needy, needed, gone) {
		for (edge in needs) {
			split(edge, ends, SUBSEP)
			needy[ends[1]] = needed[ends[2]] = 1
		}
		for (edge in needs) {
			split(edge, ends, SUBSEP)
			if (!(ends[1] in needed) || !(ends[2] in needy)) {
				delete needs[edge]
				gone++
			}
		}
		return gone
	}
	END {
		for (i = 1; i <= uses; i++)
			if (symbol[i] in home)
				need(user[i], home[symbol[i]])
		while (peel() > 0)
			;
		for (edge in needs) {
			split(edge, ends, SUBSEP)
			print ends[1] " needs " ends[2]
		}
	}' | sort)
if [ -n "$circles" ]; then
	echo "$circles"
	exit 1
fi
