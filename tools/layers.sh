#!/bin/sh
# Checks which folder includes which: prints every #include that is not allowed, and fails if there is one.
#
# A folder may include itself and the folders listed for it. The folders of src/article are listed from the lowest
# layer up: each may include itself, those before it, and the common headers (src/article/*.h).
# Only src/xml knows libxml2.
set -eu
cd "$(dirname "$0")/.."

allowed='
base: base
text: base text
html: base text html
date: base text date
french: base text date french
article: base text html date french article
feed: base text html date article feed
xml: base text html article xml
rules: base text html article xml rules
pg: base text html date french article feed xml rules pg
'
floors='cue declared block language author title date body media related card render explain'

files=$(git ls-files --cached --others --exclude-standard 'src/*.[ch]' 2> /dev/null || find src -name '*.[ch]')
for file in $files; do
	if [ -f "$file" ]; then
		sed -n "s|^#include \"\(.*\)\".*|$file \1|p; s|^#include <\(libxml/.*\)>.*|$file \1|p" "$file"
	fi
done | awk -v allowed="$allowed" -v floors="$floors" '
	BEGIN {
		n = split(allowed, rules, "\n")
		for (i = 1; i <= n; i++) {
			split(rules[i], rule, ": ")
			m = split(rule[2], rooms, " ")
			for (j = 1; j <= m; j++)
				may[rule[1], rooms[j]] = 1
		}
		n = split(floors, order, " ")
		for (i = 1; i <= n; i++)
			floor[order[i]] = i
	}
	{
		split($1, from, "/")
		split($2, to, "/")
		inner = from[2] == "article" && from[4] != "" ? from[3] : ""
		if (to[1] == "libxml") {
			if (from[2] != "xml")
				complain($1 " includes " $2)
		} else if (!((to[1], to[1]) in may)) {
			if (from[2] != "pg") # headers of the server
				complain($1 " includes " $2 ", which is none of the project")
		} else if (!((from[2], to[1]) in may))
			complain($1 " includes " $2)
		else if (inner != "" && !(inner in floor))
			complain($1 ": a room without a floor")
		else if (to[1] == "article" && to[3] != "" && inner != "" && floor[to[2]] > floor[inner])
			complain($1 " includes " $2 ", which is above it")
	}
	function complain(what) {
		print what
		wrong = 1
	}
	END { exit wrong }'
