#!/usr/bin/env bash
# test/fuzz/seeds.sh DIRECTORY: short seed inputs, cut from the project's own pages and from the strings
# of its tests: DIRECTORY/pieces (a kilobyte or two of HTML each), DIRECTORY/lines (a line of
# text, a date, a name), DIRECTORY/addresses (base, line feed, reference).
set -euo pipefail
export LC_ALL=C

target=$(realpath -m "$1")
cd "$(dirname "$0")/../.."
rm -rf "$target"
mkdir -p "$target"/{pieces,lines,addresses}

for page in seeds/*.html; do
	split -a 4 -C 1500 "$page" "$target/pieces/$(basename "$page" .html)-"
done

{
	cat seeds/*.html | sed 's/<[^>]*>/\n/g'
	cat test/core/*.[ch] test/sql/*.sql | grep -oaE "\"[^\"]+\"|'[^']+'" | sed -E "s/^.(.*).\$/\1/"
} | tr -d '\r' | sed -E 's/^[ \t]+//; s/[ \t]+$//' | grep -aE '.{2}' | sort -u | split -a 5 -l 1 - "$target/lines/"

grep -ohaE '(href|src|content)="[^"]+"' seeds/*.html | sed -E 's/^[^"]*"(.*)"$/\1/' | sort -u |
	awk -v dir="$target/addresses" '{ printf "https://journal.example/a/b.html?c#d\n%s", $0 > (dir "/" NR); close(dir "/" NR) }'
