#!/usr/bin/env bash
# Compares french_fold with unaccent(lower(t)), in turns, on French articles and on their headlines:
#
#   tools/with-server.sh test/bench/fold.sh
#
# The text is that of the project's sample pages, one row per article. Needs the contrib module unaccent.
# Every round runs all expressions once, so that a busy machine slows them alike. Prints the fastest
# round of each, which was disturbed least; it includes reading the rows ("read" is that alone).
set -euo pipefail
cd "$(dirname "$0")/../.."

rounds=${ROUNDS:-15}

# One row per article, 40 times; its headline is its first line.
load() {
	local file
	echo 'CREATE TABLE story (body text); ALTER TABLE story ALTER body SET STORAGE EXTERNAL;'
	for file in seeds/answers/*.txt; do
		# shellcheck disable=SC2016
		printf 'INSERT INTO story VALUES ($text$%s$text$);\n' "$(cat "$file")"
	done
	cat <<-'END'
		INSERT INTO story SELECT story.body FROM story, generate_series(1, 39);
		CREATE TABLE headline AS SELECT split_part(body, E'\n', 1) AS body FROM story, generate_series(1, 10);
		VACUUM ANALYZE story, headline;
	END
}

fastest() {
	sort -n | sed -n 1p
}

# measure TABLE: prints ns per byte.
measure() {
	local table=$1 expression bytes name
	local -A expressions=([read]='hashtext(body)' [unaccent_lower]='unaccent(lower(body))' [lower]='lower(body)'
		[french_fold]='french_fold(body)' [french_normalize]='french_normalize(body)' [french_slug]='french_slug(body)')
	local scratch
	scratch=$(mktemp -d)
	bytes=$(psql -XAtq -c "SELECT sum(octet_length(body)) FROM $table")
	for ((round = 0; round < rounds; round++)); do
		echo '\timing on'
		for name in "${!expressions[@]}"; do
			expression=${expressions[$name]}
			echo "\\echo $name"
			echo "SELECT count($expression) FROM $table;"
		done
	done > "$scratch/script"
	psql -XAtq -c 'SET max_parallel_workers_per_gather = 0' -f "$scratch/script" |
		awk '/^[a-z_]+$/ { name = $1 } /^Time:/ { print $2 > "'"$scratch"'/" name ".ms" }'
	echo "$table: $bytes bytes"
	for name in read lower unaccent_lower french_fold french_normalize french_slug; do
		awk -v name="$name" -v bytes="$bytes" -v all="$(fastest < "$scratch/$name.ms")" \
			-v peer="$(fastest < "$scratch/unaccent_lower.ms")" \
			'BEGIN { printf "  %-16s %7.2f ns a byte  %6.1f x unaccent(lower)\n", name, all * 1e6 / bytes, peer / all }'
	done
	rm -rf "$scratch"
}

psql -Xq -c 'CREATE EXTENSION article' -c 'CREATE EXTENSION unaccent'
load | psql -Xq -v ON_ERROR_STOP=1
measure story
measure headline
