#!/usr/bin/env bash
# The gain from parallel workers and several sessions, in turns with the same work in one process:
#
#   tools/with-server.sh test/bench/parallel.sh [LIST.tsv]
#
# LIST has pages in the format of build/article-core (id, URL, time zone, path; the server must be allowed
# to read the files). Without it, the project's sample pages are used, many times over. Every round does
# each piece of work serially and then in parallel, so that a busy machine slows both. Prints the ratio of
# the best round, the median ratio, and how many rows each process parsed. If the machine has other work, more
# processes also get more of the machine: then trust "CPU", the CPU time of the serial work divided by that of
# the parallel work; multiplied by the number of cores, it is the largest possible gain.
# Variables: COPIES of every page, ROUNDS, and WORKERS (default: the number of cores).
set -euo pipefail
cd "$(dirname "$0")/../.."

list=${1:-}
copies=${COPIES:-$([ -n "$list" ] && echo 4 || echo 200)}
rounds=${ROUNDS:-5}
workers=${WORKERS:-$(nproc)}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

sql() { psql -XAtq -v ON_ERROR_STOP=1 "$@"; }

# Few rows per block, so that each process gets many blocks, as in a table of millions: workers share out blocks.
load() {
	sql -c 'CREATE EXTENSION article' -c 'CREATE TABLE source (url text, fetched_at timestamptz, html bytea)'
	if [ -n "$list" ]; then
		sql <<-END
			CREATE TEMPORARY TABLE list (id text, url text, zone text, path text);
			\\copy list FROM '$list'
			INSERT INTO source SELECT url, now(), pg_read_binary_file(path) FROM list;
		END
	else
		sql -v seeds=seeds -f seeds/load.sql -c 'INSERT INTO source SELECT url, fetched_at, html FROM page'
	fi
	sql <<-END
		CREATE TABLE pages (id bigint GENERATED ALWAYS AS IDENTITY, url text, fetched_at timestamptz, html bytea)
			WITH (fillfactor = 10, parallel_workers = $workers);
		INSERT INTO pages (url, fetched_at, html) SELECT url, fetched_at, html FROM generate_series(1, $copies), source;
		CREATE TABLE headlines WITH (parallel_workers = $workers) AS
			WITH t AS MATERIALIZED (SELECT article_title(html) AS title FROM source)
			SELECT i || ' ' || title AS title FROM t, generate_series(1, 600000 / (SELECT count(*) FROM t)) AS i;
		VACUUM ANALYZE pages, headlines;
	END
	sql -c "SELECT format('%s pages, %s on average', count(*), pg_size_pretty(avg(octet_length(html)))) FROM pages"
}

# ---------------------------------------------------------------- the pieces of work: serially, in parallel

articles='SELECT id, parse_article(html, url, fetched_at) AS article FROM pages'

table_as() {
	sql -c "SET max_parallel_workers_per_gather = $1" -c "CREATE TABLE articles AS $articles" -c 'DROP TABLE articles'
}

index_on() {
	sql -c "SET max_parallel_maintenance_workers = $1" -c "CREATE INDEX parallel_bench ON $2" -c 'DROP INDEX parallel_bench'
}

generated_column() {
	local sessions=$(($1 > 0 ? $1 : 1)) session
	local running=()
	sql -c 'CREATE TABLE parsed (id bigint, html bytea, article parsed_article GENERATED ALWAYS AS (parse_article(html)) STORED)'
	for ((session = 0; session < sessions; session++)); do
		sql -c "INSERT INTO parsed (id, html) SELECT id, html FROM pages WHERE id % $sessions = $session" &
		running+=($!)
	done
	wait "${running[@]}"
	sql -c 'DROP TABLE parsed'
}

# Dropping and adding a column empties it at no cost.
backfill() {
	local sessions=$(($1 > 0 ? $1 : 1)) session
	local running=()
	sql -c 'SET client_min_messages = warning' -c 'ALTER TABLE pages DROP COLUMN IF EXISTS article, ADD article parsed_article'
	for ((session = 0; session < sessions; session++)); do
		sql -c 'SET client_min_messages = warning' \
			-c "CALL article_backfill('pages', 'html', 'article', 'url', 'fetched_at', batch_size => 50)" &
		running+=($!)
	done
	wait "${running[@]}"
	[ "$(sql -c 'SELECT count(*) FROM pages WHERE article IS NOT DISTINCT FROM NULL')" -eq 0 ]
}

# CPU time of all server processes that have ended, in ticks; a session ends a moment after its client.
ended_cpu() {
	while ps --ppid "$postmaster" -o args= | grep -q '\[local\]'; do sleep 0.02; done
	awk '{ print $16 + $17 }' "/proc/$postmaster/stat"
}

# Prints the elapsed time and the CPU time of a command in milliseconds.
cost() {
	local start end cpu
	cpu=$(ended_cpu)
	start=$(date +%s%N)
	"$@"
	end=$(date +%s%N)
	echo $(((end - start) / 1000000)) $((($(ended_cpu) - cpu) * 1000 / $(getconf CLK_TCK)))
}

# measure NAME COMMAND …: COMMAND's first argument is the number of workers.
measure() {
	local name=$1 command=$2 round
	shift 2
	for ((round = 0; round < rounds; round++)); do
		echo "$(cost "$command" 0 "$@")" "$(cost "$command" "$workers" "$@")"
	done | awk '{ printf "%.3f %.2f %d %d\n", $1 / $3, $2 / $4, $1, $3 }' | sort -n > "$scratch/rounds"
	awk -v name="$name" '{ ratio[NR] = $1; cpu += $2 / '"$rounds"'; serial[NR] = $3; parallel[NR] = $4 }
		END { printf "%-44s best %.2f (%d ms, %d ms)  median %.2f  CPU %.2f\n", name,
			ratio[NR], serial[NR], parallel[NR], ratio[int((NR + 1) / 2)], cpu }' "$scratch/rounds"
}

postmaster=$(head -n 1 "$(sql -c 'SHOW data_directory')/postmaster.pid")
load
measure 'CREATE TABLE AS parse_article' table_as
measure 'CREATE INDEX on article_published_at' index_on 'pages (article_published_at(html, url, fetched_at))'
measure 'CREATE INDEX on french_fold(title)' index_on 'headlines (french_fold(title) text_pattern_ops)'
measure "generated column, $workers sessions that insert" generated_column
sql -c "EXPLAIN (ANALYZE, VERBOSE, COSTS OFF, TIMING OFF) $articles" |
	awk '/Gather .*rows=/ { match($0, /rows=[0-9]+/); all = substr($0, RSTART + 5, RLENGTH - 5); rest = all }
		/Worker [0-9]+:.*rows=/ { match($0, /rows=[0-9]+/); n = substr($0, RSTART + 5, RLENGTH - 5); rest -= n; row = row " " n }
		END { printf "rows of each process: %d (leader)%s, of %d\n", rest, row, all }'
measure "article_backfill, $workers sessions" backfill
